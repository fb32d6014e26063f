import { organizationKind } from '../organizations/index.js'
import { follower, type Unit } from '../platform/records/index.js'
import type { Writer } from '../platform/store/index.js'
import { type Referral, referralKind } from '../referrals/index.js'
import { matchLabels, organizationRecords } from './collections.js'
import { labelOf } from './labels.js'
import { noOutcomes, type Outcomes, outcomesOf, plus } from './outcomes.js'

/**
 * Keeps what is learnt from referrals in step with them, in their own transactions: the record of the organisation, of
 * which matching hears when it changed, and the label of the pairing.
 */
export const learningFollower = follower<Referral>(referralKind, async (unit, after, before) => {
  await moveRecord(unit, after, before)
  await moveLabel(unit.tx, after, before)
})

async function moveRecord(unit: Unit, after: Referral, before: Referral | undefined): Promise<void> {
  const was = before ? outcomesOf(before) : noOutcomes
  const change = plus(outcomesOf(after), was, -1)
  if (isNothing(change)) return
  const id = after.organizationId
  const kept = await unit.tx.get(organizationRecords, id)
  const next = { id, revision: 1, ...plus(kept ?? noOutcomes, change) }
  if (kept) await unit.tx.replace(organizationRecords, next, kept.revision)
  else await unit.tx.insert(organizationRecords, next)
  // What was recommended is for the report only.
  if (!isNothing({ ...change, recommended: 0 })) unit.retell(organizationKind, id)
}

async function moveLabel(tx: Writer, after: Referral, before: Referral | undefined): Promise<void> {
  const label = labelOf(after)
  if (!label && !(before && labelOf(before))) return
  const kept = await tx.get(matchLabels, after.id)
  if (!label) {
    if (kept) await tx.remove(matchLabels, kept.id, kept.revision)
  } else if (kept) await tx.replace(matchLabels, { ...label, revision: 1 }, kept.revision)
  else await tx.insert(matchLabels, { ...label, revision: 1 })
}

function isNothing({ answers, ...counts }: Outcomes): boolean {
  return [...Object.values(counts), ...answers].every((count) => count === 0)
}
