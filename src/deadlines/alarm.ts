import { type Follower, follower } from '../platform/records/index.js'
import { defineCollection, type Reader, type Stored, type Writer } from '../platform/store/index.js'
import { ladder, type Referral, type Rung, referralKind, type Terms } from '../referrals/index.js'

/**
 * What is to be done next about a referral that waits, and when; at most one for each. Written in the transaction that
 * changes the referral, taken in the one that does the step: so whoever comes second meets it (adr 0018).
 */
export interface Alarm extends Stored {
  readonly stage: Referral['stage']
  readonly urgency: Referral['urgency']
  /** ISO instant at which the stage began. */
  readonly since: string
  readonly step: Rung['step']
  /** ISO instant at which the step is due. */
  readonly at: string
  /** The referral that was opened in the place of this one, once it is. */
  readonly opened?: string
}

/** The id is the referral's. */
export const alarmsCollection = defineCollection<Alarm>({
  name: 'alarms',
  shape: {
    stage: 'string',
    urgency: 'string',
    since: 'string',
    step: 'string',
    at: 'string',
    opened: 'string',
  },
  indexes: [{ fields: ['at'] }],
})

/** Keeps the alarms in step with the referrals, whichever use case changes them. */
export function alarmFollower(terms: Terms): Follower {
  return follower(referralKind, ({ tx }, after, before) => setAlarm(tx, { after, before }, terms))
}

/** Sets the first step of a referral that came to a stage, or takes away what nobody waits for any more. */
async function setAlarm(
  tx: Writer,
  { after, before }: { readonly after: Referral; readonly before: Referral | undefined },
  terms: Terms,
): Promise<void> {
  const { id, stage, urgency, since } = after
  const kept = await tx.get(alarmsCollection, id)
  if (kept?.stage === stage && kept.since === since && kept.urgency === urgency) return
  const rungs = ladder(after, terms)
  // At another urgency the steps come at other times; what was done of them is not done again.
  const isSameStage = before?.stage === stage && before.since === since
  const next = isSameStage ? rungs.find(({ step }) => step === kept?.step) : rungs[0]
  const opened = isSameStage && kept?.opened !== undefined ? { opened: kept.opened } : {}
  await putAlarm(tx, kept, next && { id, revision: 1, stage, urgency, since, ...opened, ...next })
}

/** Goes on to the next step of the ladder; after the last one the alarm is gone. */
export async function advance(tx: Writer, alarm: Alarm, terms: Terms): Promise<void> {
  const { opened: _, ...kept } = alarm
  const rungs = ladder(alarm, terms)
  const next = rungs[rungs.findIndex(({ step }) => step === alarm.step) + 1]
  await putAlarm(tx, alarm, next && { ...kept, ...next })
}

async function putAlarm(tx: Writer, before: Alarm | undefined, after: Alarm | undefined): Promise<void> {
  if (before && after) await tx.replace(alarmsCollection, after, before.revision)
  else if (before) await tx.remove(alarmsCollection, before.id, before.revision)
  else if (after) await tx.insert(alarmsCollection, after)
}

/** The alarm, if it is still the one that was found. */
export async function sameAlarm(tx: Pick<Reader, 'get'>, found: Alarm): Promise<Alarm | undefined> {
  const now = await tx.get(alarmsCollection, found.id)
  return now?.revision === found.revision ? now : undefined
}
