import { createHash } from 'node:crypto'
import type { Actor } from '../platform/actor.js'
import { Invalid, NotFound } from '../platform/errors.js'
import type { UnitDeps } from '../platform/records/index.js'
import { mask } from '../privacy/index.js'
import type { Regions } from '../regions/index.js'
import { contentOf } from './attachments/content.js'
import type { AttachmentFiles } from './attachments/files.js'
import { type Attachment, fileName, mostAttachments } from './attachments/model.js'
import { assertAt, Entries } from './entries.js'
import type { ServiceRecord } from './model.js'
import type { MonthGates } from './month-gates.js'
import type { ServiceRecords } from './service.js'

export interface ServiceAttachmentsDeps extends UnitDeps {
  readonly regions: Regions
  readonly files: AttachmentFiles
  readonly records: Pick<ServiceRecords, 'get'>
}

/** The use cases around the files of a service record. */
export interface ServiceAttachments {
  /**
   * Keeps the file, freed of what it says of place and person, and then its name on the record.
   * @throws Invalid for a file that is not taken, for more than ten, and a month that is closed; NotFound outside the
   * scope; Conflict `revision.stale`
   */
  attach(
    id: string,
    revision: number,
    file: { readonly name: string; readonly bytes: Buffer },
    actor: Actor,
  ): Promise<ServiceRecord>
  /** The file goes within a day. @throws as `attach` does */
  detach(id: string, revision: number, attachmentId: string, actor: Actor): Promise<ServiceRecord>
  /** @throws NotFound outside the record's scope, too */
  read(
    id: string,
    attachmentId: string,
    actor: Actor,
  ): Promise<{ readonly attachment: Attachment; readonly bytes: Buffer }>
}

export function createServiceAttachments(
  deps: ServiceAttachmentsDeps,
  gates: MonthGates,
): ServiceAttachments {
  const { ids, clock, files, records } = deps
  const entries = new Entries(deps, gates)

  return {
    async attach(id, revision, file, actor) {
      const before = assertAt(await records.get(id, actor), id, revision)
      if (before.attachments.length >= mostAttachments) throw refused('attachment.many', mostAttachments)
      const content = contentOf(file.bytes)
      if ('fault' in content) throw refused(content.fault)
      const attachment: Attachment = {
        id: ids.next('h'),
        // A file is often called after a person.
        name: fileName(mask(file.name).text),
        type: content.type,
        size: content.bytes.length,
        digest: createHash('sha256').update(content.bytes).digest('hex'),
        addedAt: clock.now().toISOString(),
        addedBy: actor.id,
      }
      await files.put(attachment.id, content.bytes)
      const after = { ...before, attachments: [...before.attachments, attachment] }
      return entries.replace(before, after, actor, { action: 'attach' })
    },
    async detach(id, revision, attachmentId, actor) {
      const before = assertAt(await records.get(id, actor), id, revision)
      const attachments = before.attachments.filter(({ id: own }) => own !== attachmentId)
      if (attachments.length === before.attachments.length) throw new NotFound('attachment', attachmentId)
      return entries.replace(before, { ...before, attachments }, actor, { action: 'detach' })
    },
    async read(id, attachmentId, actor) {
      const { attachments } = await records.get(id, actor)
      const attachment = attachments.find(({ id: own }) => own === attachmentId)
      const bytes = attachment && (await files.get(attachment.id))
      if (!bytes) throw new NotFound('attachment', attachmentId)
      return { attachment, bytes }
    },
  }
}

function refused(code: string, limit?: number): Invalid {
  return new Invalid([{ field: 'file', code, ...(limit === undefined ? {} : { params: { limit } }) }])
}
