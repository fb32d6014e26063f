export { keepAlive, type Lease, Leases, leases } from './leases.js'
export { madeBy, makings } from './made-by.js'
