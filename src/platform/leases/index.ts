export { type Lease, Leases, leases } from './leases.js'
