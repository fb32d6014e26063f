import { regionsOf } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { anyOf, everything, nothing, type Reach } from '../platform/records/index.js'
import type { Filter } from '../platform/store/index.js'
import type { NeedFilters, Reference } from './filters.js'
import type { Need } from './model.js'
import { wantsMore } from './progress.js'
import { type ShownNeed, shownNeed } from './shown.js'

/** What is asked of a list or a search. */
export interface Asked {
  readonly filters?: NeedFilters
  readonly text?: string
  readonly facets?: readonly string[]
}

/**
 * In the search entries, beside the region: that everybody with business here finds the need; `guarded` where it is
 * shown to strangers by category only.
 */
type Circle = 'public' | 'guarded'

export function circleOf(need: Need): Circle | undefined {
  if (need.visibility !== 'public' || !wantsMore(need)) return undefined
  // Not known for what was written before this was kept.
  return need.guarded === false ? 'public' : 'guarded'
}

/**
 * Which needs an actor sees and how: staff those of their region whole, a committee those of its community and of others
 * what is public, organisations what is public. A guarded need is not found by what is withheld of it: where a question
 * rests on that, those of others are left out.
 */
export function needReach(actor: Actor, asked: Asked, reference: Reference): Reach<Need, ShownNeed> {
  const { role } = actor
  switch (role) {
    case 'system':
    case 'district':
      return everything
    case 'street':
      return responsibleReach(regionsOf(actor, reference.regions))
    case 'committee':
      return mixedReach(actor.region, asked, reference)
    case 'org-manager':
    case 'org-worker':
      return strangersReach(asked, reference)
    default:
      return nothing
  }
}

function responsibleReach(codes: readonly string[] | 'all'): Reach<Need> {
  if (codes === 'all') return everything
  if (!codes.length) return nothing
  const sees = ({ region }: Need): boolean => codes.includes(region)
  return { ...everything, store: [{ region: anyOf(codes) }], search: { reach: codes }, sees, changes: sees }
}

function strangersReach(asked: Asked, reference: Reference): Reach<Need, ShownNeed> {
  const circles: readonly Circle[] = restsOnWithheld(asked, reference) ? ['public'] : ['public', 'guarded']
  const wanted: Filter[] = [
    { visibility: 'public', state: 'open' },
    { visibility: 'public', partlyTaken: true },
  ]
  return {
    store: circles.includes('guarded') ? wanted : wanted.map((filter) => ({ ...filter, guarded: false })),
    search: { reach: circles },
    sees(need) {
      const circle = circleOf(need)
      return circle !== undefined && circles.includes(circle)
    },
    changes: () => false,
    show: (need) => shownNeed(need, 'unaffiliated', reference),
  }
}

function mixedReach(
  community: string | undefined,
  asked: Asked,
  reference: Reference,
): Reach<Need, ShownNeed> {
  if (community === undefined) return nothing
  const isOwn = ({ region }: Need): boolean => region === community
  const others = strangersReach(asked, reference)
  return {
    store: [
      { region: community },
      ...others.store.map((filter) => ({ ...filter, region: { $ne: community } })),
    ],
    search: { reach: [community, ...(others.search.reach ?? [])] },
    sees: (need) => isOwn(need) || others.sees(need),
    changes: isOwn,
    show: (need) => (isOwn(need) ? need : others.show(need)),
  }
}

/** Words, groups, source and community of a guarded need are withheld; its street, categories, urgency and day are not. */
function restsOnWithheld({ filters = {}, text = '', facets = [] }: Asked, { regions }: Reference): boolean {
  const { region, group, source } = filters
  return (
    text.trim() !== '' ||
    group !== undefined ||
    source !== undefined ||
    (region !== undefined && regions.get(region)?.level === 'community') ||
    facets.some((facet) => facet === 'region' || facet === 'group' || facet === 'source')
  )
}
