import type { Job } from '../platform/jobs/index.js'
import type { Logger } from '../platform/log.js'
import type { DocumentStore } from '../platform/store/index.js'
import { verifyAudit } from './verify.js'

const mostLogged = 20

/** Reads the whole trail once a night. The newest seal goes into the log, which is kept elsewhere: an anchor a day. */
export function auditJob(store: DocumentStore, log: Logger): Job {
  return {
    name: 'check-audit',
    summary: { zh: '核对审计记录的封印', en: 'Check that the audit trail is as it was sealed' },
    schedule: '50 3 * * *',
    async run() {
      const { seals, sealed, waiting, anchor, problems, more } = await verifyAudit(store)
      const found = problems.length + more
      log.info({ seal: anchor?.number, hash: anchor?.hash }, 'newest seal of the audit trail')
      if (found)
        log.error({ found, problems: problems.slice(0, mostLogged) }, 'the audit trail was tampered with')
      return { counts: { seals, sealed, waiting, found }, ...(found ? { error: 'audit-tampered' } : {}) }
    },
  }
}
