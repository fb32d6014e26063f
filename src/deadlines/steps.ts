import { systemActor } from '../platform/actor.js'
import { Conflict, NotFound } from '../platform/errors.js'
import { type Facts, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import { type Action, type Referral, type Referrals, referralKind, type Terms } from '../referrals/index.js'
import { type Alarm, advance, alarmsCollection, sameAlarm } from './alarm.js'

export interface StepsDeps extends UnitDeps {
  readonly terms: Terms
  readonly referrals: Pick<Referrals, 'act' | 'open'>
  /** Offerings for a need, best first, that pass the hard rules and were not asked for it before. */
  readonly candidates: (needId: string) => Promise<readonly string[]>
}

/** The clock acts and tells; people see its name in the trail. */
const clockwork = systemActor('deadlines')

/** What changes a stage by itself; the change sets the next alarm. */
const changes = {
  expire: 'expire',
  lapse: 'lapse',
  close: 'cancel',
} as const satisfies Partial<Record<Alarm['step'], Action>>

function isChange(step: Alarm['step']): step is keyof typeof changes {
  return step in changes
}

/** Does the step of an alarm that is due, exactly once whoever else tries; says whether it was done here. */
export async function takeStep(deps: StepsDeps, alarm: Alarm, signal: AbortSignal): Promise<boolean> {
  signal.throwIfAborted()
  const { step } = alarm
  if (isChange(step)) return change(deps, alarm.id, changes[step])
  if (step === 'next') return escalateToNext(deps, alarm)
  return tell(deps, alarm, () => ({}))
}

/** The table of stages refuses the second of two. */
async function change({ referrals }: StepsDeps, id: string, action: Action): Promise<boolean> {
  const input = action === 'cancel' ? { reason: { code: 'expired' as const }, delivered: 0 } : {}
  try {
    await referrals.act(id, undefined, action, input, clockwork, { party: 'system' })
    return true
  } catch (error) {
    if (error instanceof Conflict && error.code === 'state.refused') return false
    throw error
  }
}

/** Announces the step and goes on to the next, in one transaction. */
async function tell(deps: StepsDeps, found: Alarm, more: (referral: Referral) => Facts): Promise<boolean> {
  return unitOfWork(deps, clockwork, async (unit) => {
    const alarm = await sameAlarm(unit.tx, found)
    if (!alarm) return false
    const referral = await unit.tx.get(referralKind.collection, alarm.id)
    if (!referral) throw new NotFound(referralKind.name, alarm.id)
    await advance(unit.tx, alarm, deps.terms)
    const name = alarm.step === 'remind' ? 'referral.reminder' : 'referral.escalated'
    const facts = { ...factsOf(referral, alarm), ...more(referral) }
    unit.announce({ name, kind: referralKind.name, subject: referral.id, facts })
    return true
  })
}

/** Names the next best organisation or, where a district wants that, asks it. */
async function escalateToNext(deps: StepsDeps, alarm: Alarm): Promise<boolean> {
  const referral = await deps.store.get(referralKind.collection, alarm.id)
  // Who has begun, or applied by himself, is not replaced.
  const isReplaced = referral?.stage === 'expired' || referral?.stage === 'accepted'
  if (!referral || !isReplaced || referral.how === 'apply') return tell(deps, alarm, () => ({}))
  const [proposed] = await deps.candidates(referral.needId)
  const dispatches = deps.terms.settings.onExpiry === 'dispatch' && referral.stage === 'expired'
  const now =
    dispatches && proposed && !alarm.opened ? await dispatch(deps, alarm, referral, proposed) : alarm
  const { opened } = now
  return tell(deps, now, () => (opened ? { opened } : proposed ? { proposed } : {}))
}

/** The alarm remembers what was opened, in the transaction that opened it: a repetition opens no second one. */
async function dispatch(
  deps: StepsDeps,
  alarm: Alarm,
  { needId }: Referral,
  offeringId: string,
): Promise<Alarm> {
  const mark = async (
    tx: Parameters<typeof sameAlarm>[0] & Pick<UnitDeps['store'], 'replace'>,
    subjects: readonly string[],
  ) => {
    const now = await sameAlarm(tx, alarm)
    if (!now) throw new Conflict('revision.stale', alarm.id)
    const opened = subjects.find((id) => id.startsWith(`${referralKind.prefix}-`)) ?? ''
    await tx.replace(alarmsCollection, { ...now, opened }, now.revision)
  }
  try {
    await deps.referrals.open(needId, { how: 'dispatch', offeringId }, { ...clockwork, mark })
  } catch (error) {
    // Taken, full or asked for meanwhile: then it is only told.
    if (!(error instanceof Conflict)) throw error
  }
  return (await deps.store.get(alarmsCollection, alarm.id)) ?? alarm
}

/** Codes, ids and instants; never who or what. */
function factsOf(referral: Referral, { step }: Alarm): Facts {
  const { needId, offeringId, organizationId, region, stage, owes, urgency, dueAt } = referral
  return {
    ...{ needId, offeringId, organizationId, region, stage, owes, urgency },
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(step === 'remind' ? {} : { level: step }),
  }
}
