export const attachmentTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type AttachmentType = (typeof attachmentTypes)[number]

/** What is known of a file that belongs to a record; its bytes are in the data folder under its id. */
export interface Attachment {
  readonly id: string
  /** As the sender called it, without folders and control characters. */
  readonly name: string
  /** By its content, whatever the sender said. */
  readonly type: AttachmentType
  /** Bytes, as it is given out. */
  readonly size: number
  /** SHA-256 of these bytes, hex. */
  readonly digest: string
  readonly addedAt: string
  readonly addedBy: string
}

/** Bytes of one file as it is sent. */
export const largestAttachment = 10 * 1024 * 1024
export const mostAttachments = 10

const longestName = 120

/** The last part of a file's name, fit to be shown and sent in a header. */
export function fileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  // Half a character, which UTF-16 allows, could not be sent in a header.
  const whole = Buffer.from(last, 'utf8').toString('utf8')
  // Direction marks can make evil.gpj look like another type.
  const plain = whole
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
  const kept = [...plain].slice(-longestName).join('')
  return kept.replace(/^\.+/, '') || 'file'
}
