import type { ApiPart } from '../http/api-part.js'
import type { Jobs } from './jobs.js'
import { jobRoutes } from './routes.js'

export { expiryJob } from './expiry.js'
export { Jobs } from './jobs.js'
export { JobMetrics } from './metrics.js'
export type { Job } from './model.js'

export { jobRuns } from './runs.js'

export function jobApi(jobs: Jobs): ApiPart {
  return { routes: jobRoutes(jobs), tags: { jobs: { zh: '定时任务', en: 'Jobs' } } }
}
