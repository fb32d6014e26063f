import type { Comparison } from '../../src/matching/features.js'
import type { Analysis, Matcher, Weights } from '../../src/matching/index.js'
import { type NeedFacts, pack } from '../../src/matching/profile.js'
import { failedRules } from '../../src/matching/rules.js'
import { featureNames, features, scoreOf, weightVector } from '../../src/matching/score.js'
import { WordQuery } from '../../src/matching/word-query.js'

/**
 * What a matcher would answer if it looked at everything it holds: the scores, in [0, 1] and best first, of the best
 * `limit` offerings that pass the rules. Some microseconds per offering.
 */
export function scoreAll(
  matcher: Matcher,
  analysis: Analysis,
  facts: NeedFacts,
  by: Comparison,
  {
    weights,
    regionChain,
    today,
    limit,
  }: {
    readonly weights: Weights
    readonly regionChain: readonly string[]
    readonly today: string
    readonly limit: number
  },
): number[] {
  const need = { ...facts, packed: pack(analysis) }
  const words = new WordQuery().of(need.packed)
  const context = { by, words, regionChain, today, inferredAges: analysis.ages }
  const rules = { today, regionChain, demanded: new Map<number, readonly string[]>() }
  const values = new Float32Array(featureNames.length)
  const vector = weightVector(weights)
  const scores: number[] = []
  for (const offering of matcher.offerings.all()) {
    if (failedRules(need, offering, rules).length) continue
    features(need, offering, offering.packed, context, values)
    scores.push(scoreOf(values, vector, weights.bias))
  }
  return scores.sort((a, b) => b - a).slice(0, limit)
}
