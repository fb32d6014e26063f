import type { Clock } from '../clock.js'
import type { Job } from '../jobs/index.js'
import type { DocumentStore } from '../store/index.js'
import { trim } from './change-log.js'

/** Removes what all views have from the change log. */
export function trimJob(store: DocumentStore, clock: Clock): Job {
  return {
    name: 'trim-changes',
    summary: { zh: '清理变更日志中各视图都已处理的部分', en: 'Trim what all views have from the change log' },
    schedule: '5-55/10 * * * *',
    async run({ signal }) {
      let steps = 0
      for (let last = 1; last > 0; steps += last) {
        signal.throwIfAborted()
        last = await trim(store, clock)
      }
      return { counts: { steps } }
    },
  }
}
