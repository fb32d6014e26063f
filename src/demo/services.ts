import type { Offering } from '../offerings/index.js'
import type { Organization } from '../organizations/index.js'
import { monthOf, newServiceRecord, type ServiceRecord, type Work } from '../service-records/index.js'
import type { DemoRecord } from './load.js'

/** Of two years, as a district of this size would report: a twentieth of Longgang's own figures for the time. */
interface Plan {
  /** What all records of the kind come to, in its first unit. */
  readonly target: number
  readonly records: number
  readonly suits: (offering: Offering) => boolean
  /** @param count of the first unit, >= 1 @param random in [0, 1) */
  readonly work: (count: number, random: () => number) => Work
}

const inBranch = (offering: Offering, ...branches: string[]) =>
  offering.categories.some((category) => branches.includes(category.split('.')[0] ?? ''))
const share = (count: number, part: number) => Math.max(1, Math.round(count * part))

/** Longgang in five years: 18,385 cases, 13,390 groups, 62,580 activities, 131,195 visits, 103,740 mediations, some 600,000 volunteer turns. */
const plans: readonly Plan[] = [
  {
    target: 368,
    records: 180,
    suits: ({ modes }) => modes.includes('phone') || modes.includes('home-visit'),
    work(opened, random) {
      const closed = Math.round(opened * random())
      const goalsFull = Math.round(closed * 0.6)
      const goalsPart = Math.round((closed - goalsFull) * 0.8)
      const contacts = opened * share(6, random())
      const goals = { goalsFull, goalsPart, goalsNot: closed - goalsFull - goalsPart }
      return { kind: 'case', opened, contacts, minutes: contacts * 45, closed, ...goals }
    },
  },
  {
    target: 268,
    records: 160,
    suits: ({ modes }) => modes.includes('on-site'),
    work(groups, random) {
      const persons = groups * share(14, 0.5 + random() / 2)
      const sessions = groups * 6
      return { kind: 'group', groups, sessions, attendances: persons * 5, persons }
    },
  },
  {
    target: 1_252,
    records: 330,
    suits: () => true,
    work(activities, random) {
      const persons = activities * share(40, 0.4 + random() / 2)
      return { kind: 'activity', activities, attendances: share(persons, 1.2), persons }
    },
  },
  {
    target: 2_624,
    records: 360,
    suits: ({ modes }) => modes.includes('home-visit'),
    work: (visits, random) => ({
      ...{ kind: 'visit', visits, persons: share(visits, 0.5 + random() / 2), minutes: visits * 40 },
    }),
  },
  {
    target: 2_075,
    records: 260,
    suits: (offering) => inBranch(offering, 'mediation', 'legal'),
    work(matters, random) {
      const complaints = Math.floor(matters * 0.15 * random())
      const agreed = Math.round(matters * 0.75)
      const partlyAgreed = Math.round((matters - agreed) * 0.5)
      const notAgreed = Math.floor((matters - agreed - partlyAgreed) * random())
      return {
        kind: 'mediation',
        mediations: matters - complaints,
        complaints,
        agreed,
        partlyAgreed,
        notAgreed,
      }
    },
  },
  {
    target: 12_000,
    records: 300,
    suits: (offering) => inBranch(offering, 'volunteer', 'elderly', 'community'),
    work: (turns, random) => ({
      ...{
        kind: 'volunteering',
        turns,
        persons: share(turns, 0.6),
        minutes: turns * share(180, 0.5 + random() / 2),
      },
    }),
  },
]

const lastMonth = '2026-11'
const months = Array.from({ length: 24 }, (_, i) => {
  const at = new Date(Date.UTC(2024, 11 + i, 1))
  return at.toISOString().slice(0, 7)
})

/** What the demo's organisations have done, month by month since each offering was there; always the same. */
export function demoServiceRecords(
  organizations: readonly DemoRecord<Organization>[],
  offerings: readonly DemoRecord<Offering>[],
): DemoRecord<ServiceRecord>[] {
  const random = seeded(20_261_122)
  const homes = new Map(organizations.map(({ id, fields }) => [id, fields.homeRegion]))
  let count = 0
  return plans.flatMap(({ target, records, suits, work }) => {
    const slots = offerings
      .filter(({ fields }) => suits(fields as Offering))
      .flatMap(({ at, fields }) =>
        months.filter((month) => month > monthOf(at)).map((month) => ({ month, offering: fields })),
      )
    const chosen = Array.from({ length: records }, () => pick(slots, random))
    const weights = chosen.map(() => 0.5 + random())
    return parts(target, weights).map((part, i) => {
      const { month, offering } = chosen[i] as (typeof slots)[number]
      const { organizationId, categories } = offering
      const day = `${month}-${String(1 + Math.floor(random() * (month === lastMonth ? 20 : 28))).padStart(2, '0')}`
      return {
        id: `s-1d0dem${String(++count).padStart(8, '0')}`,
        at: `${day}T09:00:00.000Z`,
        fields: newServiceRecord({
          organizationId,
          region: homes.get(organizationId) ?? '',
          category: pick(categories, random),
          day,
          work: work(part, random),
        }),
      }
    })
  })
}

/** Whole parts of `total` in proportion to the weights, each at least 1; their sum is `total`. */
function parts(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const spare = total - weights.length
  let seen = 0
  let given = 0
  return weights.map((weight) => {
    seen += weight
    const upTo = Math.round((spare * seen) / whole)
    const part = upTo - given
    given = upTo
    return 1 + part
  })
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new RangeError('demo: nothing to choose from')
  return value
}

/** Mulberry32: the same numbers everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
