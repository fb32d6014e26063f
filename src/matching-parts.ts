import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.js'
import { fairnessJob, type learningApi, recordsOf, WeightSets, weighedView } from './learning/index.js'
import { createMatching, loadWeights, Matcher, type Matching, type Weights } from './matching/index.js'
import type { Job } from './platform/jobs/index.js'
import { placesTaken } from './referrals/index.js'
import { ownSeeds } from './seeds-folder.js'
import { loadQualifications } from './taxonomy/index.js'
import type { Workspace } from './workspace.js'

export interface MatchingParts {
  readonly matching: Matching
  readonly learning: Parameters<typeof learningApi>[0]
  readonly job: Job
}

/** Puts together the matcher, in memory, and what has been learnt that it weighs by. */
export async function createMatchingParts(
  workspace: Workspace,
  config: Config,
  onCommitted: () => void,
): Promise<MatchingParts> {
  const { store, clock, ids, regions, organizations, offerings, needs } = workspace
  const seeds = config.seeds ?? ownSeeds
  const language = workspace.language()
  const sets = new WeightSets({ store, clock, ids, onCommitted })
  const fairness = {
    ...{ store, regions, clock },
    smallest: { sensitive: config.smallSensitive, otherwise: config.smallCount },
  }
  const weights = await sets.startWith(loadWeights(weightsFile(config.data, seeds)))
  const qualifications = loadQualifications(join(seeds, 'taxonomy'))
  const matcherBy = (weighing: Weights) =>
    new Matcher({ language, weights: weighing, qualifications, regionChain: (code) => regions.chain(code) })
  const matcher = matcherBy(weights)
  const emptyMatcher = spareMatcher(() => matcherBy(matcher.weights), matcher)
  const made = createMatching({
    ...{ store, clock, timeZone: config.timeZone, language, matcher, emptyMatcher },
    ...{ organizations, offerings, needs, placesTaken, recordsOf, regions },
  })
  const matching = { ...made, projection: weighedView(made, sets) }
  return {
    matching,
    learning: { sets, running: matching.weights, fairness },
    job: fairnessJob(fairness),
  }
}

/**
 * One matcher, which whoever matches texts in one go gives back empty: the memory of one that is thrown away is only given
 * back at the next large collection, which thousands of them do not bring about.
 */
function spareMatcher(create: () => Matcher, like: Matcher): () => Matcher {
  let spare: Matcher | undefined
  return () => {
    spare ??= create()
    spare.goBy(like.weights)
    return spare
  }
}

/** A district that weighs things otherwise lays a file of its own into the data folder. */
function weightsFile(data: string, seeds: string): string {
  const own = join(data, 'weights.json')
  return existsSync(own) ? own : join(seeds, 'model', 'weights.json')
}
