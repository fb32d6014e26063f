import type { Cleaned } from './bytes.js'
import { cleanJpeg } from './jpeg.js'
import type { AttachmentType } from './model.js'
import { checkPdf } from './pdf.js'
import { cleanPng } from './png.js'

interface Format {
  readonly type: AttachmentType
  /** How its files begin. */
  readonly magic: readonly number[]
  readonly clean: (file: Buffer) => Cleaned
}

const formats: readonly Format[] = [
  { type: 'image/jpeg', magic: [0xff, 0xd8, 0xff], clean: cleanJpeg },
  { type: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47], clean: cleanPng },
  { type: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d], clean: checkPdf },
]

export type Taken =
  | { readonly type: AttachmentType; readonly bytes: Buffer }
  | Exclude<Cleaned, { readonly bytes: Buffer }>

/** What a file is by its content, without what it says of the place and the person that made it. */
export function contentOf(file: Buffer): Taken {
  const format = formats.find(({ magic }) => magic.every((byte, at) => file[at] === byte))
  if (!format) return { fault: 'attachment.type' }
  const cleaned = format.clean(file)
  return 'bytes' in cleaned ? { type: format.type, bytes: cleaned.bytes } : cleaned
}
