import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { Unavailable } from '../errors.js'
import { hasBody } from './body.js'
import { Refusal } from './refusal.js'

/** One file as a form sent it. */
export interface Upload {
  /** As the sender called it; not to be trusted. */
  readonly name: string
  readonly bytes: Buffer
}

/** What a route takes instead of a JSON body: a form (multipart/form-data) with one file in the field `file`. */
export interface UploadSpec {
  /** Bytes of the file. */
  readonly limit: number
}

const formType = /^multipart\/form-data\s*;/i
/** As much of a file that is too large is read and thrown away, so that the client stops writing and sees the answer. */
const patience = 8 * 1024 * 1024
/** Uploads held in memory at once, over all routes of the process; whoever comes then tries again. */
const mostAtOnce = 8
let atOnce = 0

/**
 * Reads the file and gives it to `work`; its bytes are held for so long.
 * @throws Refusal when it is no such form, breaks off or is too large; Unavailable when too many send at once
 */
export async function withUpload<R>(
  request: IncomingMessage,
  { limit }: UploadSpec,
  work: (upload: Upload) => Promise<R>,
): Promise<R> {
  if (!hasBody(request)) throw new Refusal('form.malformed')
  const { 'content-type': type = '', 'content-encoding': coding = 'identity' } = request.headers
  if (!formType.test(type)) throw new Refusal('form.type')
  if (coding.toLowerCase() !== 'identity') throw new Refusal('body.coding')
  if (atOnce >= mostAtOnce) throw new Unavailable('uploads')
  atOnce++
  try {
    return await work(await collect(request, limit))
  } finally {
    atOnce--
  }
}

function collect(request: IncomingMessage, limit: number): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Refusal) => {
      request.unpipe(form)
      request.resume()
      reject(error)
    }
    const malformed = () => refuse(new Refusal('form.malformed'))
    const form = formReader(request, limit)
    if (!form) return reject(new Refusal('form.malformed'))
    const chunks: Buffer[] = []
    let received = 0
    let name: string | undefined
    let isTooLarge = false
    form.on('file', (field, file, info) => {
      if (field !== 'file') return malformed()
      name = info.filename ?? ''
      file.on('data', (chunk: Buffer) => chunks.push(chunk))
      file.on('limit', () => {
        isTooLarge = true
        chunks.length = 0
      })
      // What breaks off is told by the form.
      file.on('error', () => {})
    })
    for (const event of ['field', 'filesLimit', 'fieldsLimit', 'partsLimit', 'error'] as const)
      form.on(event, malformed)
    form.on('close', () => {
      if (isTooLarge) reject(new Refusal('body.large', { limit }))
      else if (name === undefined) reject(new Refusal('form.malformed'))
      else resolve({ name, bytes: Buffer.concat(chunks) })
    })
    request.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > limit + patience) refuse(new Refusal('body.large', { limit }, { connection: 'close' }))
    })
    request.on('error', () => refuse(new Refusal('body.broken')))
    request.on('aborted', () => refuse(new Refusal('body.broken')))
    request.pipe(form)
  })
}

/** Undefined where the type names no boundary. */
function formReader({ headers }: IncomingMessage, limit: number): busboy.Busboy | undefined {
  try {
    return busboy({
      headers,
      // Browsers send names of files in UTF-8 as they are.
      defParamCharset: 'utf8',
      // busboy takes a file of exactly its limit for one that is cut.
      limits: { files: 1, fields: 0, parts: 2, fileSize: limit + 1, headerPairs: 20 },
    })
  } catch {
    return undefined
  }
}
