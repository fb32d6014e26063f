import type { Matching } from '../matching/index.js'
import type { MemoryProjection } from '../platform/relay/index.js'
import { weightSetKind } from './collections.js'
import type { WeightSets } from './weight-sets.js'

/**
 * The matcher's view of the records, which also follows the weights: what a person puts to use counts in every process as
 * soon as it has heard of it.
 */
export function weighedView(
  { projection, goBy }: Pick<Matching, 'projection' | 'goBy'>,
  sets: Pick<WeightSets, 'usable'>,
): MemoryProjection {
  async function reweigh(): Promise<void> {
    const weights = await sets.usable()
    if (weights) goBy(weights)
  }
  const isWeights = (kind: string): boolean => kind === weightSetKind.name
  return {
    ...projection,
    kinds: [weightSetKind],
    apply: (kind, records, removed) =>
      isWeights(kind) ? reweigh() : projection.apply(kind, records, removed),
    load: (kind, records) => (isWeights(kind) ? reweigh() : projection.load(kind, records)),
    held: (kind) => (isWeights(kind) ? [] : projection.held(kind)),
  }
}
