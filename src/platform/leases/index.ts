export { keepAlive, type Lease, Leases, leases } from './leases.js'
