import type { DemoRecord } from '../../src/demo/load.js'
import type { DemoReferral } from '../../src/demo/referral-history.js'
import type { Need } from '../../src/needs/index.js'
import type { Offering } from '../../src/offerings/index.js'
import { day, isoDay, lastDay } from './moments.js'
import { type Course, hoursBefore, referralOf, type Suggestion } from './referral-plan.js'
import { currentNeedPlan } from './rows.js'

const accepted = [
  ['receive', 'organisation', 1, 1],
  ['accept', 'organisation', 1, 1],
] as const
const begun = [...accepted, ['begin', 'organisation', 3, 3]] as const
const reported = [...begun, ['report', 'organisation', 10, 10]] as const

/** By the stage that is reached. */
const courses: Readonly<Record<string, Course>> = {
  requested: { steps: [] },
  dispatched: { how: 'dispatch', steps: [] },
  applied: { how: 'apply', steps: [] },
  received: { steps: [['receive', 'organisation', 1, 1]] },
  accepted: { steps: accepted },
  'on-hold': { steps: [...accepted, ['hold', 'organisation', 1, 1]] },
  'in-progress': { steps: begun },
  reported: { steps: reported },
  disputed: { steps: [...reported, ['dispute', 'committee', 1, 1]] },
  confirmed: { steps: [...reported, ['confirm', 'committee', 2, 2]] },
}

/**
 * One referral for each need of seeds/demo/plan/current-needs.tsv that is not open, with the offering named there.
 * @param needs in the order of the plan
 * @param first number of the first referral
 * @throws RangeError where matching does not pair the two, or a stage is unknown
 */
export async function planCurrentReferrals(
  needs: readonly DemoRecord<Need>[],
  offerings: readonly DemoRecord<Offering>[],
  suggest: (needId: string) => Promise<readonly Suggestion[]>,
  first: number,
): Promise<DemoReferral[]> {
  const asked = currentNeedPlan.flatMap((row, i) => {
    const need = needs[i]
    return need && row.stage !== 'open' ? [{ row, need }] : []
  })
  const planned: DemoReferral[] = []
  for (const { row, need } of asked) {
    const course = courses[row.stage ?? '']
    const offering = offerings.find(({ fields }) => fields.title === row.offering)
    const suggestion = (await suggest(need.id)).find(({ offeringId }) => offeringId === offering?.id)
    if (!course || !suggestion) throw new RangeError(`demo: ${row.title}: ${row.stage}, ${row.offering}`)
    const at = hoursBefore(Number(row.opened))
    planned.push(toBegin(referralOf(course, { need, suggestion, at }, first + planned.length)))
  }
  return planned
}

/** What has not begun is planned for the week after: so places of months to come are asked for and taken. */
function toBegin(referral: DemoReferral): DemoReferral {
  if (referral.steps.some(({ action }) => action === 'begin')) return referral
  return { ...referral, opening: { ...referral.opening, plannedStart: isoDay(lastDay + 7 * day) } }
}
