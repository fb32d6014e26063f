import { liveStates, type Need, needsCollection, wantsMore } from '../needs/index.js'
import { anyOf } from '../platform/records/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import type { GapPlace } from './actions.js'
import { categoryOf } from './cells.js'
import type { Reference } from './query.js'
import { verdictsCollection } from './verdicts.js'

/** What matching says of a need: whether anything fits, and of what it excluded the rules that stood between, best first. */
export interface Look {
  readonly isMatched: boolean
  readonly excluded: readonly (readonly string[])[]
  /** What its words ask for most. */
  readonly category: string | undefined
}

export type LookAt = (needId: string) => Promise<Look>

/** What would help how many of the needs that were looked at. */
export interface NearMisses {
  /** Looked at, the newest of those that wait, at most 40. */
  readonly looked: number
  readonly isSample: boolean
  /** An offering fits them as they are. */
  readonly matched: number
  /** One would, if its area were widened to where they are. */
  readonly ifWidened: number
  /** One would, if it had places. */
  readonly ifPlaces: number
  /** One would, but for another rule or several: age, mode, qualification, dates. */
  readonly ifOtherwise: number
  /** Nothing like it is offered. */
  readonly noSupplier: number
}

const mostLooked = 40
const mostRead = 500

/** Asks matching about the newest waiting needs of a gap. */
export async function nearMisses(
  place: GapPlace,
  deps: Reference & { readonly store: Pick<DocumentStore, 'find' | 'getMany'>; readonly lookAt: LookAt },
): Promise<NearMisses> {
  const { needs, isCut } = await waitingOf(place, deps)
  const counts = { matched: 0, ifWidened: 0, ifPlaces: 0, ifOtherwise: 0, noSupplier: 0 }
  const sample = needs.slice(0, mostLooked)
  for (const { id } of sample) counts[kindOf(await deps.lookAt(id))]++
  return { looked: sample.length, isSample: isCut || needs.length > mostLooked, ...counts }
}

function kindOf({
  isMatched,
  excluded,
}: Look): 'matched' | 'ifWidened' | 'ifPlaces' | 'ifOtherwise' | 'noSupplier' {
  if (isMatched) return 'matched'
  const alone = (rule: string) => excluded.some((rules) => rules.every((each) => each === rule))
  if (alone('not-covered')) return 'ifWidened'
  if (alone('full')) return 'ifPlaces'
  return excluded.length ? 'ifOtherwise' : 'noSupplier'
}

async function waitingOf(
  { region, category, group }: GapPlace,
  { store, regions, taxonomy }: Parameters<typeof nearMisses>[1],
): Promise<{ needs: Need[]; isCut: boolean }> {
  const codes = regions.narrowedTo(region)
  const page = await store.find(
    needsCollection,
    { ...(codes && { region: anyOf(codes) }), state: anyOf([...liveStates]) },
    { sort: { field: 'createdAt', direction: 'desc' }, limit: mostRead },
  )
  const verdicts = new Map(
    (
      await store.getMany(
        verdictsCollection,
        page.map(({ id }) => id),
      )
    ).map((verdict) => [verdict.id, verdict]),
  )
  const groups = group === undefined ? undefined : new Set(taxonomy.groups.under(group))
  const needs = page.filter((need) => {
    const own = categoryOf(need, verdicts.get(need.id), taxonomy.services)
    const isOf = own === category || own.startsWith(`${category}.`)
    return wantsMore(need) && isOf && (!groups || need.beneficiaries.groups.some((each) => groups.has(each)))
  })
  return { needs, isCut: page.length === mostRead }
}
