import { actsFor, reaches, regionsOf } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { anyOf } from '../platform/records/index.js'
import type { Filter } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import { type ReferralFilters, storeFilter } from './filters.js'
import type { Referral } from './model.js'
import { type Action, type Party, type Rule, type Stage, serving, table } from './states.js'

/** The side an actor is on; undefined for those who only look on. */
export function partyOf({ role }: Pick<Actor, 'role'>): Party | undefined {
  switch (role) {
    case 'committee':
    case 'system':
      return role
    case 'street':
    case 'district':
      return 'staff'
    case 'org-manager':
    case 'org-worker':
      return 'organisation'
    default:
      return undefined
  }
}

/** For whom an actor acts. Duijie itself stands in for whoever may, as it holds every permission. */
export function partyFor(actor: Actor, stage: Stage, action: Action): Party {
  const party = partyOf(actor) ?? 'system'
  const rule: Rule | undefined = table[stage][action]
  return party === 'system' && rule && !rule.by.includes('system') ? (rule.by[0] as Party) : party
}

/** The referrals that an actor sees; undefined for none. What an organisation has not been sent it does not see. */
function visibleTo(actor: Actor, regions: Regions): Filter | undefined {
  if (partyOf(actor) === 'organisation') {
    const { organization } = actor
    if (organization === undefined) return undefined
    const sent: Filter = { $or: [{ stage: { $ne: 'draft' } }, { how: 'apply' }] }
    return { organizationId: organization, $and: [sent] }
  }
  const codes = regionsOf(actor, regions)
  if (codes === 'all') return {}
  return codes.length ? { region: anyOf(codes) } : undefined
}

export function maySee(actor: Actor, referral: Referral, regions: Regions): boolean {
  if (reaches(actor, referral.region, regions)) return true
  return actsFor(actor, referral.organizationId) && (referral.stage !== 'draft' || referral.how === 'apply')
}

/** The referral as it is shown: of a protected group an organisation learns the community when it has taken it on. */
export function shownReferral(actor: Actor, referral: Referral, regions: Regions): Referral {
  const { guarded, region } = referral
  const isStranger = partyOf(actor) === 'organisation' && !serving.has(referral.stage)
  if (!guarded || !isStranger) return referral
  const street = regions.chain(region).find((code) => regions.get(code)?.level === 'street')
  return { ...referral, region: street ?? region }
}

/**
 * What a list asks of the store for an actor; undefined where nothing is seen. An organisation that asks for a community
 * is not told of protected groups in it.
 * @param now ISO instant
 */
export function listFilter(
  actor: Actor,
  filters: ReferralFilters,
  regions: Regions,
  now: string,
): Filter | undefined {
  const scope = visibleTo(actor, regions)
  if (!scope) return undefined
  const { region } = filters
  const isTelling = region !== undefined && regions.get(region)?.level === 'community'
  const withheld = partyOf(actor) === 'organisation' && isTelling ? { guarded: false } : {}
  const all = [scope, storeFilter(filters, regions, now), withheld].filter((part) => Object.keys(part).length)
  return all.length ? { $and: all } : {}
}
