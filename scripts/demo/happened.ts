import type { DemoReferral, DemoStep, ReferralHistory } from '../../src/demo/referral-history.js'
import { Conflict, Invalid } from '../../src/platform/errors.js'

interface Happening {
  readonly at: string
  readonly referral: DemoReferral
  readonly step?: DemoStep
}

/**
 * Lets planned referrals happen in the order of time. Where others came first the plan gives way: what is no longer
 * wanted is not asked for, what there is no place for is declined, and whoever comes too late gets a no.
 */
export function happened(history: ReferralHistory, planned: readonly DemoReferral[]): DemoReferral[] {
  const happenings: Happening[] = planned.flatMap((referral) => [
    { at: referral.at, referral },
    ...referral.steps.map((step) => ({ at: step.at, referral, step })),
  ])
  happenings.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.referral.id < b.referral.id ? -1 : 1))
  const done = new Map<string, DemoStep[]>()
  const over = new Set<string>()
  for (const { referral, step } of happenings) {
    if (over.has(referral.id)) continue
    const refused = refusalOf(() => (step ? history.do(referral.id, step) : history.open(referral)))
    if (!refused) {
      if (step) done.get(referral.id)?.push(step)
      else done.set(referral.id, [])
      continue
    }
    over.add(referral.id)
    if (step?.action !== 'accept') continue
    const code = refused instanceof Conflict && refused.code === 'capacity.full' ? 'full' : 'solved-elsewhere'
    const party = referral.opening.how === 'apply' ? 'committee' : 'organisation'
    const declined = { action: 'reject', party, at: step.at, input: { reason: { code } } } as const
    history.do(referral.id, declined)
    done.get(referral.id)?.push(declined)
  }
  return planned.flatMap((referral) => {
    const steps = done.get(referral.id)
    return steps ? [{ ...referral, steps }] : []
  })
}

function refusalOf(work: () => void): Conflict | Invalid | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Conflict || error instanceof Invalid) return error
    throw error
  }
}
