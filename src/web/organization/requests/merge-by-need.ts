import type { AnswerOf } from '../../api/answer.js'
import type { Offering } from '../own.js'

export type Pairing = AnswerOf<'/offerings/preview', 'post'>['items'][number]

/** An open need, with those of the own offerings that it fits, the best first. */
export interface MatchingNeed {
  readonly id: string
  readonly pairing: Pairing
  readonly offerings: readonly Offering[]
}

/** What was found for each offering, by need: each once, with its best pairing, best first. */
export function mergeByNeed(
  found: readonly { readonly offering: Offering; readonly items: readonly Pairing[] }[],
): MatchingNeed[] {
  const all = found
    .flatMap(({ offering, items }) => items.map((pairing) => ({ offering, pairing })))
    .sort((a, b) => b.pairing.score - a.pairing.score)
  const byNeed = new Map<string, MatchingNeed>()
  for (const { offering, pairing } of all) {
    const known = byNeed.get(pairing.id) ?? { id: pairing.id, pairing, offerings: [] }
    byNeed.set(pairing.id, { ...known, offerings: [...known.offerings, offering] })
  }
  return [...byNeed.values()]
}
