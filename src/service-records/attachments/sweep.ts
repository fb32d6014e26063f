import type { Clock } from '../../platform/clock.js'
import type { Job } from '../../platform/jobs/index.js'
import type { DocumentStore } from '../../platform/store/index.js'
import { serviceRecordsCollection } from '../collection.js'
import type { AttachmentFiles, StoredFile } from './files.js'

/** A file is written before its record says so; younger ones may yet come to theirs. Milliseconds. */
const graceMs = 24 * 3_600_000
/** Ids asked for at once. */
const batchSize = 500

export interface SweepDeps {
  readonly store: DocumentStore
  readonly files: AttachmentFiles
  readonly clock: Clock
}

/** Takes away files that no record has any more or ever had, and encrypts with the present key what has an older one. */
export function attachmentSweepJob(deps: SweepDeps): Job {
  return {
    name: 'sweep-attachments',
    summary: {
      zh: '删除没有记录的附件，用当前密钥重新加密',
      en: 'removes attachments that no record has, encrypts old ones with the present key',
    },
    schedule: '20 3 * * *',
    async run({ signal }) {
      const { owned, orphaned } = await sorted(deps)
      for (const { id } of orphaned) {
        signal.throwIfAborted()
        await deps.files.remove(id)
      }
      let refreshed = 0
      for (const { id } of owned) {
        signal.throwIfAborted()
        if (await deps.files.refresh(id)) refreshed++
      }
      return { counts: { removed: orphaned.length, refreshed } }
    },
  }
}

/** The files that records have, and those that are old enough to have one and have none. */
export async function sorted({ store, files, clock }: SweepDeps): Promise<{
  owned: readonly StoredFile[]
  orphaned: readonly StoredFile[]
}> {
  const listed = await files.list()
  const owned: StoredFile[] = []
  const others: StoredFile[] = []
  for (let from = 0; from < listed.length; from += batchSize) {
    const batch = listed.slice(from, from + batchSize)
    const known = await ownedAmong(store, batch)
    for (const file of batch) (known.has(file.id) ? owned : others).push(file)
  }
  const oldest = clock.now().getTime() - graceMs
  return { owned, orphaned: others.filter(({ changedAt }) => changedAt < oldest) }
}

async function ownedAmong(store: DocumentStore, files: readonly StoredFile[]): Promise<Set<string>> {
  const ids = files.map(({ id }) => id)
  const records = await store.find(
    serviceRecordsCollection,
    { 'attachments.id': { $in: ids } },
    { limit: batchSize },
  )
  return new Set(records.flatMap(({ attachments }) => attachments.map(({ id }) => id)))
}
