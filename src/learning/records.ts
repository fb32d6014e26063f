import type { DocumentStore } from '../platform/store/index.js'
import { organizationRecords } from './collections.js'
import { meritOf } from './merit.js'

/** How well organisations have served, from what is known of them beforehand; those without outcomes are missing. */
export async function recordsOf(
  store: Pick<DocumentStore, 'getMany'>,
  organizationIds: readonly string[],
): Promise<Map<string, (prior: number) => number>> {
  const kept = await store.getMany(organizationRecords, organizationIds)
  return new Map(kept.map((record) => [record.id, (prior: number) => meritOf(record, prior)]))
}
