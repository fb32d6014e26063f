import { constants, inflateSync } from 'node:zlib'
import { broken, type Cleaned } from './bytes.js'

const active: Cleaned = { fault: 'attachment.active' }

/**
 * Names by ISO 32000-2 of what does something by itself or hides another file: scripts, launching, attached files,
 * sending and fetching forms, media. `Encrypt` because nothing can be seen of what is encrypted.
 */
const activeNames =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|EmbeddedFDFs|RichMedia|XFA|SubmitForm|ImportData|GoToE|Rendition|Movie|Encrypt)(?![A-Za-z0-9_])/

/** How much of the compressed objects is looked at; a large document's own take a tenth of it. */
const mostInflated = 64 * 1024 * 1024
const mostStreams = 20_000

/**
 * A PDF as it is, or refused when it is not whole or could act. Its metadata stay. Not a proof: a reader that takes
 * what the standard does not allow may see more than is seen here, so that a PDF is also never shown in our pages.
 */
export function checkPdf(file: Buffer): Cleaned {
  const text = file.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text)) return broken
  if (!/startxref\s+\d+\s+%%EOF/.test(text.slice(-2048))) return broken
  if (activeNames.test(plainNames(text))) return active
  return hidesActive(file, text) ? active : { bytes: file }
}

/** `/J#61vaScript` is the same name as `/JavaScript`. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Whether objects that are kept compressed (object streams) could act, or cannot be read and so not be trusted. */
function hidesActive(file: Buffer, text: string): boolean {
  let left = mostInflated
  let count = 0
  let before = 0
  for (const { index, 0: keyword } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (++count > mostStreams) return true
    const from = index + keyword.length
    const isNamed = /\/ObjStm(?![A-Za-z0-9_])/.test(plainNames(text.slice(before, index)))
    before = from
    if (!isNamed && !beginsLikeObjects(file.subarray(from, from + 512))) continue
    const end = text.indexOf('endstream', from)
    const objects = inflated(file.subarray(from, end < 0 ? file.length : end), left)
    if (!objects || activeNames.test(plainNames(objects.toString('latin1')))) return true
    left -= objects.length
  }
  return false
}

/** An object stream begins with pairs of numbers, whatever its dictionary says. */
function beginsLikeObjects(bytes: Buffer): boolean {
  try {
    const start = inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 })
    return /^\s*\d+\s+\d+\s/.test(start.toString('latin1', 0, 64))
  } catch {
    return false
  }
}

/** Undefined where it is not plainly deflated, or is larger than `limit` bytes. */
function inflated(bytes: Buffer, limit: number): Buffer | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, limit) })
  } catch {
    return undefined
  }
}
