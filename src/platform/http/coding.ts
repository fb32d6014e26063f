import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** How an answer may be packed on its way. */
export type Coding = 'br' | 'gzip'

/** Whether whoever asks can unpack it. */
export function accepts({ headers }: IncomingMessage, coding: Coding): boolean {
  return String(headers['accept-encoding'] ?? '')
    .split(/[\s,;]+/)
    .includes(coding)
}

/** From so many bytes on a text is packed as it is sent: a list is, a record and the session with its token are not. */
export const worthPacking = 2_500

/** Off the main thread, so that others need not wait. */
export const pack: (bytes: Uint8Array) => Promise<Buffer> = promisify(gzip)
