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
    const raw = formWith(uploads[operationId] ?? aPng())
    return { method: method.toUpperCase(), headers: { ...headers, ...type }, raw }
  }
  const json = requestBody?.content['application/json']?.example
  if (requestBody && json === undefined) throw new Error(`${operationId}: no example of its body`)
  return { method: method.toUpperCase(), headers, ...(requestBody ? { json } : {}) }
}

const needs = Buffer.from('区域,需求描述,来源\n440307003002,独居老人腿脚不便，想有人上门陪伴。,走访\n')
const offerings = Buffer.from(
  '机构编号,服务名称,服务内容,服务区域\no-01k8f3q2t8x7m4c9e2p0,独居老人探访,每周上门一次，陪伴聊天。,440307003000\n',
)
const serviceRecords = Buffer.from(
  '服务日期,服务地点,服务类别,种类,探访（次）,参与人数\n2026-02-10,440307003000,elderly.home-visit,探访,12,9\n',
)
/** What an operation takes that takes no picture. */
const uploads: Readonly<Record<string, Buffer>> = {
  previewNeedsImport: needs,
  getNeedsRefusedByImport: needs,
  importNeeds: needs,
  previewOfferingsImport: offerings,
  getOfferingsRefusedByImport: offerings,
  importOfferings: offerings,
  previewServiceRecordsImport: serviceRecords,
  getServiceRecordsRefusedByImport: serviceRecords,
  importServiceRecords: serviceRecords,
}

/** A form with one file, as a browser sends it. */
function formWith(file: Buffer): Uint8Array<ArrayBuffer> {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
  return new Uint8Array(Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--b--\r\n')]))
}
