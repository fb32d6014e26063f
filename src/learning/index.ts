import type { ApiPart } from '../platform/http/api-part.js'
import { learningRoutes } from './routes.js'

export { learningCollections, matchLabels } from './collections.js'
export { countFairness, type FairnessReport, fairnessJob } from './fairness-report.js'
export { learningFollower } from './follow.js'
export { hourBounds, medianHours, type Outcomes, outcomesOf } from './outcomes.js'
export { recordsOf } from './records.js'
export { mislearnt } from './recount.js'

export { learningRoutes } from './routes.js'
export { parseProposal } from './schema.js'
export { WeightSets } from './weight-sets.js'

export function learningApi(deps: Parameters<typeof learningRoutes>[0]): ApiPart {
  return { routes: learningRoutes(deps), tags: { learning: { zh: '学习', en: 'Learning' } } }
}
export { weighedView } from './weights-in-use.js'
