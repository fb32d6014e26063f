import type { OpenApiDocument, Operation } from '../src/platform/http/openapi-document.js'
import type { Asked } from './http-client.js'
import { aPng } from './service-records/attachments/files.js'

export function operationsOf(document: OpenApiDocument): [path: string, method: string, Operation][] {
  return Object.entries(document.paths).flatMap(([path, line]) =>
    Object.entries(line).map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  )
}

/** Where the operation's own example asks. */
export function pathWith({ servers }: OpenApiDocument, path: string, { parameters }: Operation): string {
  const given = parameters.filter(({ example }) => example !== undefined)
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = given.find((one) => one.in === 'path' && one.name === name)
    if (!parameter) throw new Error(`${path}: no example of ${name}`)
    return encodeURIComponent(String(parameter.example))
  })
  const query = given
    .filter((one) => one.in === 'query')
    .map(({ name, example }): [string, string] => [name, String(example)])
  return `${servers[0]?.url}${place}${query.length ? `?${new URLSearchParams(query)}` : ''}`
}

/** What it asks. */
export function requestOf(method: string, { operationId, parameters, requestBody }: Operation): Asked {
  const given = parameters.filter((one) => one.in === 'header' && one.required)
  const headers = Object.fromEntries(given.map(({ name, example }) => [name.toLowerCase(), String(example)]))
  if (requestBody?.content['multipart/form-data']) {
    const type = { 'content-type': 'multipart/form-data; boundary=b' }
    return { method: method.toUpperCase(), headers: { ...headers, ...type }, raw: formWith(aPng()) }
  }
  const json = requestBody?.content['application/json']?.example
  if (requestBody && json === undefined) throw new Error(`${operationId}: no example of its body`)
  return { method: method.toUpperCase(), headers, ...(requestBody ? { json } : {}) }
}

/** A form with one file, as a browser sends it. */
function formWith(file: Buffer): Uint8Array<ArrayBuffer> {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
  return new Uint8Array(Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--b--\r\n')]))
}
