import { createHash } from 'node:crypto'
import { Unreadable } from '../../platform/errors.js'
import { serviceRecordsCollection } from '../collection.js'
import type { AttachmentFiles } from './files.js'
import type { Attachment } from './model.js'
import { type SweepDeps, sorted } from './sweep.js'

export interface AttachmentsExamined {
  /** That records name. */
  readonly attachments: number
  /** Ids of those whose file is not there; up to 100. */
  readonly missing: readonly string[]
  /** Ids of those whose file cannot be decrypted or is another than was kept; up to 100. */
  readonly damaged: readonly string[]
  /** Files that no record has; the next sweep takes them away. */
  readonly orphaned: readonly string[]
}

const mostNamed = 100

/** Reads every file that a record names and compares its digest: takes as long as the disk does. */
export async function examineAttachments(deps: SweepDeps): Promise<AttachmentsExamined> {
  let attachments = 0
  const missing: string[] = []
  const damaged: string[] = []
  for await (const batch of deps.store.scan(serviceRecordsCollection)) {
    for (const attachment of batch.flatMap((record) => record.attachments)) {
      attachments++
      const state = await stateOf(deps.files, attachment)
      if (state === 'missing' && missing.length < mostNamed) missing.push(attachment.id)
      if (state === 'damaged' && damaged.length < mostNamed) damaged.push(attachment.id)
    }
  }
  const { orphaned } = await sorted(deps)
  return { attachments, missing, damaged, orphaned: orphaned.map(({ id }) => id) }
}

async function stateOf(files: AttachmentFiles, { id, digest }: Attachment) {
  try {
    const bytes = await files.get(id)
    if (!bytes) return 'missing'
    return createHash('sha256').update(bytes).digest('hex') === digest ? 'whole' : 'damaged'
  } catch (error) {
    if (error instanceof Unreadable) return 'damaged'
    throw error
  }
}
