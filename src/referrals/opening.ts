import { type Need, openAmount, type ShownNeed, wantsMore } from '../needs/index.js'
import type { Offering } from '../offerings/index.js'
import { Conflict, Forbidden, Invalid } from '../platform/errors.js'
import type { New } from '../platform/records/index.js'
import { mask } from '../privacy/index.js'
import { type ActionContext, monthOf, placedAt } from './actions.js'
import type { PairingSeen, Referral, Report, Seen, SeenNeed, Times } from './model.js'
import { placeFor } from './quantities.js'
import type { Party, Stage, Way } from './states.js'

/** What somebody says who opens a referral for a need. */
export interface Opening {
  readonly how: Way
  readonly offeringId: string
  /** Default: all that is still open. */
  readonly quantity?: number
  /** ISO day. */
  readonly plannedStart?: string
  /** Kept back until it is sent; only requests and dispatches. */
  readonly draft?: boolean
  /** Of a referral that was made outside, what was done; without it the service is still going on. */
  readonly report?: Report
}

/** Who opens which way. */
export const openers: { readonly [way in Way]: readonly Party[] } = {
  request: ['committee'],
  dispatch: ['staff'],
  apply: ['organisation'],
  log: ['committee', 'staff', 'organisation'],
}

export interface Pair {
  readonly need: Need
  readonly offering: Offering
  readonly pairing: PairingSeen
  /** The need as somebody sees it who has nothing to do with it: the need itself, or by category only. */
  readonly shown: ShownNeed
}

/**
 * A new referral, without a look at what other referrals hold.
 * @throws Forbidden for a way that is not the party's; Conflict `need.taken` when nothing is open, `state.refused` for an
 * offering that is not to be had; Invalid for more than is open
 */
export function openReferral(opening: Opening, pair: Pair, context: ActionContext): New<Referral> {
  const { how, plannedStart } = opening
  const { need, offering } = pair
  const { party, today, at } = context
  if (!openers[how].includes(party)) throw new Forbidden(`referral.${how}`)
  assertWanted(need)
  if (how !== 'log') assertOffered(pair)
  const quantity = quantityOf(opening, need)
  const stage = firstStage(opening, party)
  const { unit } = need.amount
  const month = monthOf(how === 'log' ? undefined : plannedStart, dayOfPlace(opening, today))
  const place = placeFor(offering.capacity, unit, month)
  const referral: Referral = {
    ...unstamped,
    needId: need.id,
    offeringId: offering.id,
    organizationId: offering.organizationId,
    region: need.region,
    guarded: pair.shown !== need,
    urgency: need.urgency.level,
    how,
    stage,
    state: 'draft',
    owes: 'nobody',
    queue: '',
    since: at,
    times: firstTimes(stage, at),
    quantity,
    unit,
    delivered: opening.report ? quantity : 0,
    ...(place ? { place } : {}),
    ...(plannedStart === undefined ? {} : { plannedStart }),
    ...(opening.report ? { report: opening.report } : {}),
    ratings: [],
    seen: seenOf(pair),
    changes: [],
  }
  return placedAt(referral, stage, context)
}

/** Set by whoever keeps it. */
const unstamped = { id: '', revision: 0, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' }

function firstStage({ how, draft, report }: Opening, party: Party): Stage {
  if (how === 'apply') return 'applied'
  if (how !== 'log') return draft ? 'draft' : 'requested'
  if (!report) return 'in-progress'
  // Who asked for it knows that it was done; an organisation that says so is still to be confirmed.
  return party === 'organisation' ? 'reported' : 'confirmed'
}

function firstTimes(stage: Stage, at: string): Times {
  switch (stage) {
    case 'draft':
      return {}
    case 'in-progress':
      return { begun: at }
    case 'reported':
      return { begun: at, reported: at }
    case 'confirmed':
      return { begun: at, reported: at, closed: at }
    default:
      return { sent: at }
  }
}

/** What was done outside took its place when it was done. */
function dayOfPlace({ how, plannedStart, report }: Opening, today: string): string {
  return how === 'log' ? (plannedStart ?? report?.on ?? today) : today
}

/** @throws Conflict `need.taken` */
export function assertWanted(need: Need): void {
  if (!wantsMore(need)) {
    throw new Conflict('need.taken', `${need.state}, ${openAmount(need)} ${need.amount.unit}`)
  }
}

function assertOffered({ offering, pairing }: Pair): void {
  const barred = pairing.against.find(({ code }) => code === 'suspended')
  if (offering.state === 'published' && !barred) return
  throw new Conflict('state.refused', `offering ${barred?.code ?? offering.state}; allowed: log`)
}

function quantityOf({ quantity, report }: Opening, need: Need): number {
  const open = openAmount(need)
  const asked = report?.delivered ?? quantity ?? open
  if (asked <= open) return asked
  const field = report ? 'report.delivered' : 'quantity'
  throw new Invalid([{ field, code: 'number.max', params: { limit: open } }])
}

/** Of a need about a protected group nothing is frozen that a stranger may not see; the reasons quote its words too. */
function seenOf({ need, shown, offering, pairing }: Pair): Seen {
  const { score, fit, why, features, against, weights } = pairing
  return {
    ...{ score, fit, features, weights },
    why: shown === need ? why : withheldWhy,
    against: against.map(({ code, zh, en }) => ({ code, zh, en })),
    need: seenNeed(shown),
    offering: {
      revision: offering.revision,
      title: offering.title,
      categories: offering.categories,
      groups: offering.targetGroups,
      coverage: offering.coverage,
      modes: offering.modes,
      ...(offering.capacity ? { capacity: offering.capacity } : {}),
      confirmedAt: offering.confirmedAt,
    },
  }
}

const withheldWhy = {
  zh: '为保护当事人，不保留推荐理由。',
  en: 'Why it was recommended is not kept, to protect the person.',
}

function seenNeed(need: ShownNeed): SeenNeed {
  const { groups, ages } = need.beneficiaries
  return {
    revision: need.revision,
    title: mask(need.title).text,
    text: mask(need.text).text,
    region: need.region,
    categories: need.categories,
    groups,
    ...(ages ? { ages } : {}),
    modes: need.modes,
    urgency: need.urgency.level,
    amount: need.amount,
    ...(need.neededBy === undefined ? {} : { neededBy: need.neededBy }),
  }
}
