import type { Needs, ShownNeed } from '../needs/index.js'
import type { Offering, Offerings } from '../offerings/index.js'
import type { Actor } from '../platform/actor.js'
import type { Pairing } from './recommendations.js'
import type { Matching } from './service.js'

export interface MatchingNeedsQuery {
  readonly fit: 'possible' | 'strong'
  /** One of the own offerings; default all that are published. */
  readonly offering?: string
}

/** An open need that something of an organisation's own fits. */
export interface MatchingNeed extends Pairing {
  /** Those of its offerings that fit, the best first; the pairing is with that one. */
  readonly offerings: readonly string[]
  /** As the organisation is shown it. */
  readonly need: ShownNeed
}

export interface MatchingNeedsDeps {
  readonly matching: Pick<Matching, 'forOffering'>
  readonly offerings: Pick<Offerings, 'list'>
  readonly needs: Pick<Needs, 'titlesFor'>
}

/** So many needs are asked for of each offering, and of so many offerings. */
const mostNeeds = 20
const mostOfferings = 50

/** Open needs that fit what the actor's organisation offers, each once, best first; nothing for whoever has none. */
export async function matchingNeeds(
  { fit, offering }: MatchingNeedsQuery,
  actor: Actor,
  { matching, offerings, needs }: MatchingNeedsDeps,
): Promise<MatchingNeed[]> {
  const { organization } = actor
  if (organization === undefined) return []
  const newest = { sort: { field: 'id', direction: 'desc' }, limit: mostOfferings } as const
  const own = await offerings.list({ organization: [organization], state: ['published'] }, newest, actor)
  const asked = own.filter(({ id }) => offering === undefined || id === offering)
  const found: Found[] = []
  // One after the other: the matcher is in this process, and others ask it too.
  for (const each of asked) {
    const { items } = await matching.forOffering(each.id, { limit: mostNeeds, explain: true, fit }, actor)
    found.push({ offering: each, items })
  }
  const merged = mergedByNeed(found)
  const shown = await needs.titlesFor(
    merged.map(({ id }) => id),
    actor,
  )
  return merged.flatMap((each) => {
    const need = shown.get(each.id)?.need
    return need ? [{ ...each, need }] : []
  })
}

interface Found {
  readonly offering: Pick<Offering, 'id'>
  readonly items: readonly Pairing[]
}

/** What was found for each offering, by need: each once, with its best pairing, best first. */
export function mergedByNeed(found: readonly Found[]): Omit<MatchingNeed, 'need'>[] {
  const all = found
    .flatMap(({ offering, items }) => items.map((pairing) => ({ offering: offering.id, pairing })))
    .sort((a, b) => b.pairing.score - a.pairing.score || (a.pairing.id < b.pairing.id ? -1 : 1))
  const byNeed = new Map<string, Omit<MatchingNeed, 'need'>>()
  for (const { offering, pairing } of all) {
    const known = byNeed.get(pairing.id) ?? { ...pairing, offerings: [] }
    byNeed.set(pairing.id, { ...known, offerings: [...known.offerings, offering] })
  }
  return [...byNeed.values()]
}
