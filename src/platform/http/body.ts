import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.js'

/** Bytes of a body where the route does not say. */
export const defaultBodyLimit = 256 * 1024

/** As much of a body that is too large is read and thrown away, so that the client stops writing and sees the answer. */
const patience = 8 * 1024 * 1024

const formType = /^application\/x-www-form-urlencoded\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i
const jsonType = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/** Whether the request carries a body, however long (RFC 9112, 6). */
export function hasBody(request: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers
  return coding !== undefined || (length !== undefined && Number(length) > 0)
}

/**
 * The bytes of a JSON body.
 * @throws Refusal when there is none, its type is another, it is compressed, it has more than `limit` bytes, or it
 * breaks off
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (!hasBody(request)) throw new Refusal('body.empty')
  checkType(request, jsonType)
  const bytes = await collect(request, limit)
  if (!bytes.length) throw new Refusal('body.empty')
  return bytes
}

/** The bytes of a form that a page sends, perhaps none. @throws Refusal as `readBody` does */
export async function readForm(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (!hasBody(request)) return Buffer.alloc(0)
  checkType(request, formType)
  return collect(request, limit)
}

function checkType(request: IncomingMessage, allowed: RegExp): void {
  const { 'content-type': type = '', 'content-encoding': coding = 'identity' } = request.headers
  if (!allowed.test(type)) throw new Refusal('body.type')
  if (coding.toLowerCase() !== 'identity') throw new Refusal('body.coding')
}

function collect(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const tooLarge = (headers = {}) => reject(new Refusal('body.large', { limit }, headers))
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      else chunks.length = 0
      if (length > patience) tooLarge({ connection: 'close' })
    })
    request.on('end', () => (length > limit ? tooLarge() : resolve(Buffer.concat(chunks))))
    request.on('error', () => reject(new Refusal('body.broken')))
  })
}
