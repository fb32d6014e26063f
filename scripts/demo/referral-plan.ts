import type { Demo, DemoRecord } from '../../src/demo/load.js'
import type { DemoReferral, DemoStep } from '../../src/demo/referral-history.js'
import type { Need } from '../../src/needs/index.js'
import type { ReasonCode } from '../../src/reasons/index.js'
import type { Action, ActionInput, PairingSeen, Party } from '../../src/referrals/index.js'
import { between, chance, pick } from './chance.js'

/** What matching offers for a need, best first. */
export interface Suggestion {
  readonly offeringId: string
  readonly pairing: PairingSeen
}

/** How a referral goes: who does what, after how many days at least and at most. */
export interface Course {
  readonly how?: 'request' | 'dispatch' | 'apply'
  readonly draft?: true
  readonly steps: readonly (readonly [Action, Party, least: number, most: number])[]
}

/** So often, and whether it is still going on at the last evening, or over at any time. */
interface Repeated extends Course {
  readonly times: number
  readonly live?: true
}

const accepted = [
  ['receive', 'organisation', 0, 2],
  ['accept', 'organisation', 0, 3],
] as const
const begun = [...accepted, ['begin', 'organisation', 1, 8]] as const
const reported = [...begun, ['report', 'organisation', 5, 40]] as const

const courses: readonly Repeated[] = [
  { times: 145, steps: [...reported, ['confirm', 'committee', 0, 5]] },
  { times: 48, how: 'dispatch', steps: [...reported, ['confirm', 'committee', 0, 5]] },
  {
    times: 44,
    how: 'apply',
    steps: [
      ['accept', 'committee', 0, 3],
      ['begin', 'organisation', 1, 8],
      ['report', 'organisation', 5, 40],
      ['confirm', 'committee', 0, 5],
    ],
  },
  {
    times: 8,
    steps: [
      ...reported,
      ['dispute', 'committee', 1, 4],
      ['report', 'organisation', 1, 6],
      ['confirm', 'committee', 0, 4],
    ],
  },
  { times: 25, steps: [...reported, ['lapse', 'system', 11, 13]] },
  {
    times: 40,
    steps: [
      ['receive', 'organisation', 0, 2],
      ['reject', 'organisation', 0, 3],
    ],
  },
  { times: 12, how: 'apply', steps: [['reject', 'committee', 0, 4]] },
  {
    times: 12,
    steps: [
      ['expire', 'system', 9, 11],
      ['cancel', 'committee', 1, 6],
    ],
  },
  { times: 15, steps: [...begun, ['fail', 'organisation', 3, 20]] },
  { times: 18, steps: [...accepted, ['cancel', 'committee', 1, 10]] },
  { times: 10, steps: [['cancel', 'committee', 1, 5]] },
  {
    times: 6,
    steps: [
      ['reject', 'organisation', 0, 3],
      ['override', 'staff', 1, 3],
      ['accept', 'organisation', 0, 3],
      ['begin', 'organisation', 1, 5],
      ['report', 'organisation', 5, 30],
      ['confirm', 'committee', 0, 5],
    ],
  },
  { times: 22, live: true, steps: [] },
  { times: 14, live: true, how: 'apply', steps: [] },
  { times: 10, live: true, steps: [['receive', 'organisation', 0, 1]] },
  { times: 18, live: true, steps: accepted },
  { times: 8, live: true, steps: [...accepted, ['hold', 'organisation', 1, 2]] },
  { times: 38, live: true, steps: begun },
  { times: 16, live: true, steps: reported },
  { times: 6, live: true, steps: [...reported, ['dispute', 'committee', 0, 2]] },
  {
    times: 5,
    live: true,
    steps: [...reported, ['confirm', 'committee', 0, 2], ['reopen', 'committee', 2, 6]],
  },
  { times: 8, live: true, steps: [['expire', 'system', 9, 11]] },
  { times: 6, live: true, draft: true, steps: [] },
]

const day = 86_400_000
const lastEvening = Date.parse('2026-11-22T12:00:00.000Z')
const declining: readonly ReasonCode[] = [
  'full',
  'full',
  'out-of-area',
  'not-eligible',
  'wrong-kind',
  'paused',
]
const failing: readonly ReasonCode[] = ['gone', 'refused-by-person', 'safety', 'solved-elsewhere']
const cancelling: readonly ReasonCode[] = [
  'solved-elsewhere',
  'refused-by-person',
  'mistaken',
  'gone',
  'duplicate',
]

/** One referral for each course and time, of needs and offerings that matching pairs. */
export async function planReferrals(
  { needs }: Pick<Demo, 'needs'>,
  suggest: (needId: string) => Promise<readonly Suggestion[]>,
): Promise<DemoReferral[]> {
  const open = needs.filter(({ fields }) => fields.state === 'open')
  const planned: DemoReferral[] = []
  const asked = new Set<string>()
  for (const course of courses) {
    for (let i = 0; i < course.times; i++) {
      const at = startOf(course)
      const need = await aNeedBefore(open, asked, at, suggest)
      if (need) planned.push(referralOf(course, { ...need, at }, planned.length + 1))
    }
  }
  return planned
}

/** Working hours of Shenzhen, on a day from which the course can be gone by the last evening. */
function startOf({ steps, live }: Repeated): number {
  const least = steps.reduce((sum, [, , days]) => sum + days, 0)
  const most = steps.reduce((sum, [, , , days]) => sum + days, 0)
  const before = live ? most + between(0, 2) : between(most + 1, 650)
  return hoursBefore(Math.max(least + 1, before))
}

/** In working hours, so many days before the last evening. */
export function hoursBefore(days: number): number {
  return lastEvening - days * day - between(2, 10) * 3_600_000 - between(0, 59) * 60_000
}

async function aNeedBefore(
  needs: readonly DemoRecord<Need>[],
  asked: Set<string>,
  at: number,
  suggest: (needId: string) => Promise<readonly Suggestion[]>,
): Promise<{ need: DemoRecord<Need>; suggestion: Suggestion } | undefined> {
  // Somebody asks within some weeks of the need.
  const fresh = needs.filter((need) => Date.parse(need.at) < at && Date.parse(need.at) > at - 120 * day)
  for (let tries = 0; tries < 20 && fresh.length; tries++) {
    // Most are asked for once; one in five is somebody else's already, who may come first.
    const unasked = fresh.filter(({ id }) => !asked.has(id))
    const need = pick(unasked.length && chance() < 0.8 ? unasked : fresh)
    const suggestions = await suggest(need.id)
    if (!suggestions.length) continue
    asked.add(need.id)
    return { need, suggestion: pick(suggestions.slice(0, 3)) }
  }
  return undefined
}

/** How a course goes that begins at `at`, a time in milliseconds. */
export function referralOf(
  { steps, how = 'request', draft }: Course,
  { need, suggestion, at }: { need: DemoRecord<Need>; suggestion: Suggestion; at: number },
  number: number,
): DemoReferral {
  const { value } = need.fields.amount
  const quantity = value > 3 && chance() < 0.5 ? Math.ceil(value / 2) : value
  const opener = { request: 'committee', dispatch: 'staff', apply: 'organisation' } as const
  let time = at
  const done = steps.map(([action, party, least, most]): DemoStep => {
    time = workingTime(time + (least + chance() * (most - least)) * day, time)
    const input = inputOf(action, quantity, time)
    return { action, party, at: new Date(time).toISOString(), ...(input ? { input } : {}) }
  })
  return {
    id: `r-1demo${String(number).padStart(8, '0')}`,
    needId: need.id,
    party: opener[how],
    at: new Date(at).toISOString(),
    opening: { how, offeringId: suggestion.offeringId, quantity, ...(draft ? { draft } : {}) },
    pairing: suggestion.pairing,
    steps: done,
  }
}

/** On the same day, while people work; after `before` in any case. */
function workingTime(time: number, before: number): number {
  const midnight = Math.floor(time / day) * day
  const at = midnight + between(60, 540) * 60_000
  return at > before ? at : before + between(20, 90) * 60_000
}

function inputOf(action: Action, quantity: number, time: number): ActionInput | undefined {
  switch (action) {
    case 'reject':
      return { reason: { code: pick(declining) } }
    case 'fail':
      return { reason: { code: pick(failing) } }
    case 'cancel':
      return { reason: { code: pick(cancelling) } }
    case 'report':
      return {
        report: {
          delivered: quantity,
          on: new Date(time).toISOString().slice(0, 10),
          goal: pick(['full', 'full', 'part']),
        },
      }
    case 'confirm':
      return chance() < 0.6 ? { rating: ratingOf() } : undefined
    case 'hold':
      return { why: '本人住院，出院后继续' }
    case 'dispute':
      return { why: '次数与登记不符，请核对' }
    case 'override':
      return { why: '街道已与组织沟通，可以安排' }
    case 'reopen':
      return { why: '情况有反复，需要继续跟进' }
    default:
      return undefined
  }
}

function ratingOf() {
  const goal = pick(['full', 'full', 'part', 'not'] as const)
  return { came: true, onTime: chance() < 0.85, goal, stars: goal === 'full' ? between(4, 5) : between(2, 4) }
}
