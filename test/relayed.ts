import { auditSeals } from '../src/audit/index.js'
import { leases } from '../src/platform/leases/index.js'
import { auditTrail, events, outbox } from '../src/platform/records/index.js'
import { changeLog, deadLetters, relayCursors } from '../src/platform/relay/index.js'

/** The collections that records and relay write, beside the records' own. */
export const relayed = [auditTrail, auditSeals, events, outbox, changeLog, relayCursors, deadLetters, leases]
