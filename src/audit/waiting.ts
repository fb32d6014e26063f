import { auditChange, outbox } from '../platform/records/index.js'
import { type ChangeLogEntry, stepsAfter } from '../platform/relay/index.js'
import type { DocumentStore } from '../platform/store/index.js'

/**
 * Ids of the entries that outbox and change log name. Read in this order, which is the way that they go, so that none is
 * missed that moves on meanwhile.
 * @param sequence the step of the change log up to which they are sealed
 */
export async function toldEntries(store: DocumentStore, sequence: string): Promise<Set<string>> {
  const told = new Set<string>()
  const add = (ids: readonly string[]) => {
    for (const id of ids) told.add(id)
  }
  for await (const batch of store.scan(outbox))
    for (const { kind, subjects } of batch) if (kind === auditChange) add(subjects)
  let steps: readonly ChangeLogEntry[]
  for (let last = sequence; ; last = steps.at(-1)?.id ?? last) {
    steps = await stepsAfter(store, last)
    if (!steps.length) return told
    for (const { changes } of steps) for (const { kind, ids } of changes) if (kind === auditChange) add(ids)
  }
}
