import { isDeepStrictEqual } from 'node:util'
import type { DocumentStore, Reader } from '../platform/store/index.js'
import { referralsCollection } from '../referrals/index.js'
import { matchLabels, organizationRecords } from './collections.js'
import { labelOf } from './labels.js'
import { noOutcomes, type Outcomes, outcomesOf, plus } from './outcomes.js'

/** Something learnt that is not what the referrals say. */
export interface Mislearnt {
  readonly kind: 'organization-record' | 'match-label'
  readonly id: string
}

/**
 * Adds up all referrals and compares with what is kept, streaming: it holds one record for each organisation. Others may
 * write meanwhile, so that what differs is to be looked at again before anybody is told.
 */
export async function mislearnt(store: DocumentStore): Promise<Mislearnt[]> {
  const found: Mislearnt[] = []
  const counted = new Map<string, Outcomes>()
  let labels = 0
  for await (const batch of store.scan(referralsCollection)) {
    const expected = batch.map((referral) => ({ id: referral.id, label: labelOf(referral) }))
    const kept = await keptLabels(
      store,
      batch.map(({ id }) => id),
    )
    for (const { id, label } of expected) {
      if (label) labels++
      const { revision: _, ...of } = kept.get(id) ?? { revision: 0 }
      if (!isDeepStrictEqual(of, label ?? {})) found.push({ kind: 'match-label', id })
    }
    for (const referral of batch) {
      const sum = counted.get(referral.organizationId) ?? noOutcomes
      counted.set(referral.organizationId, plus(sum, outcomesOf(referral)))
    }
  }
  if ((await store.count(matchLabels, {})) !== labels) found.push({ kind: 'match-label', id: '*' })
  for await (const batch of store.scan(organizationRecords)) {
    for (const { id, revision: _, ...kept } of batch) {
      if (!isDeepStrictEqual(kept, plus(counted.get(id) ?? noOutcomes, noOutcomes)))
        found.push({ kind: 'organization-record', id })
      counted.delete(id)
    }
  }
  for (const [id, sum] of counted)
    if (!isDeepStrictEqual(sum, plus(noOutcomes, noOutcomes))) found.push({ kind: 'organization-record', id })
  return found
}

async function keptLabels(store: Pick<Reader, 'getMany'>, ids: readonly string[]) {
  const kept = await store.getMany(matchLabels, ids)
  return new Map(kept.map((label) => [label.id, label]))
}
