import { loadHolidays, WorkingCalendar, zoneOf } from '../../src/calendar/index.js'
import type { Need } from '../../src/needs/index.js'
import type { Offering } from '../../src/offerings/index.js'
import {
  type Action,
  type ActionContext,
  type ActionInput,
  loadDeadlines,
  type Opening,
  openReferral,
  type Party,
  type Referral,
  Terms,
} from '../../src/referrals/index.js'
import { exampleIds, exampleNeed, exampleOffering } from '../example-records.js'

/** The terms of Duijie itself. */
export const terms = new Terms(
  loadDeadlines('seeds'),
  new WorkingCalendar(loadHolidays('seeds/calendar'), zoneOf('Asia/Shanghai')),
)

export const at = '2026-11-26T02:00:00.000Z'
const stamps = { revision: 1, createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }

export const aNeed = (over: Partial<Need> = {}): Need => ({
  id: exampleIds.need,
  ...stamps,
  ...exampleNeed,
  ...over,
})
export const anOffering = (over: Partial<Offering> = {}): Offering => ({
  id: exampleIds.offering,
  ...stamps,
  ...exampleOffering,
  ...over,
})

export const contextOf = (party: Party, over: Partial<ActionContext> = {}): ActionContext => ({
  party,
  actor: party,
  at,
  today: at.slice(0, 10),
  terms,
  ...over,
})

export const plainPairing = {
  score: 0.8,
  fit: 'strong',
  why: { zh: '正是其所做。', en: 'That is what it does.' },
  features: {},
  against: [],
  weights: 'w1',
} as const

/** As the service opens and keeps it. */
export function aReferral(
  opening: Partial<Opening> = {},
  { need = aNeed(), offering = anOffering(), party = 'committee' as Party, id = 'r-1' } = {},
): Referral {
  const asked = { how: 'request', offeringId: offering.id, ...opening } as const
  const pair = { need, offering, pairing: plainPairing, shown: need }
  return { ...openReferral(asked, pair, contextOf(party)), id, ...stamps }
}

/** Input that an action cannot do without. */
export function plainInput(action: Action, quantity: number): ActionInput {
  const facts = { came: true, onTime: true, goal: 'full' } as const
  switch (action) {
    case 'reject':
    case 'fail':
    case 'cancel':
      return { reason: { code: 'full' } }
    case 'override':
    case 'hold':
    case 'dispute':
    case 'reopen':
      return { why: '情况有变' }
    case 'amend':
      return { why: '情况有变', quantity }
    case 'report':
      return { report: { delivered: quantity, on: at.slice(0, 10), goal: 'full' } }
    case 'rate':
      return { rating: facts }
    default:
      return {}
  }
}
