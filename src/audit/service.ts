import type { Actor } from '../platform/actor.js'
import { type AuditEntry, auditTrail } from '../platform/records/index.js'
import type { DocumentStore, FindOptions, Sort } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import { type AuditFilters, storeFilter } from './filters.js'

/** Newest first. */
export const auditSort: Sort = { field: 'at', direction: 'desc' }

/** What an administrator runs: accounts and settings. What was done about needs and people is for the auditor. */
const administered = ['account', 'invitation', 'session', 'token', 'weight-set']

/** The audit trail for those who read it; nobody writes it but use cases. */
export class AuditTrail {
  constructor(private readonly store: Pick<DocumentStore, 'find'>) {}

  /** As far as the actor may read; in reasons, which people write, what may be of a person is masked. */
  async list(filters: AuditFilters, options: FindOptions, actor: Actor): Promise<AuditEntry[]> {
    const kinds = actor.role === 'admin' ? administered : undefined
    if (kinds && filters.kind !== undefined && !kinds.includes(filters.kind)) return []
    const entries = await this.store.find(auditTrail, storeFilter(filters, kinds), options)
    return entries.map((entry) =>
      entry.reason === undefined ? entry : { ...entry, reason: mask(entry.reason).text },
    )
  }
}
