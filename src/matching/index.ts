import type { ApiPart } from '../platform/http/api-part.js'
import { type MatchingNeedsRouteDeps, matchingNeedsRoute } from './matching-needs-routes.js'
import { type MatchingRoutesDeps, matchingRoutes } from './routes.js'

export { type Analysis, analyseNeed, analyseOffering, type Stated } from './analyse.js'
export { keptProfiles } from './kept-profiles.js'
export { type Language, loadLanguage } from './language.js'
export { Matcher } from './matcher.js'
export { noFacts, type OfferingFacts, type Provider, pack, plainNeed } from './profile.js'
export type { RecommendOptions } from './recommendations.js'
export { featureNames, type Weights } from './score.js'
export { createMatching, type Matching } from './service.js'
export { SignsReader } from './signs-reader.js'
export { checkedWeights, type KeptWeights, loadWeights } from './weights.js'

export function matchingApi(deps: MatchingRoutesDeps & MatchingNeedsRouteDeps): ApiPart {
  const tags = { matching: { zh: '匹配', en: 'Matching' } }
  return { routes: [...matchingRoutes(deps), matchingNeedsRoute(deps)], tags }
}
export { urgencySigns } from './urgency-signs.js'
