import { connect, type Socket } from 'node:net'
import { expect } from 'chai'
import fc from 'fast-check'
import type { DocumentStore } from '../../../src/platform/store/index.js'
import { onEachStore } from '../../each-store.js'
import { aNote, demo } from './demo.js'
import { type Note, notes } from './demo-api.js'

const post = (body: Buffer, headers: readonly string[] = ['Content-Type: application/json']) =>
  Buffer.concat([
    Buffer.from(
      ['POST /api/v1/notes HTTP/1.1', 'Host: x', ...headers, `Content-Length: ${body.length}`, '', ''].join(
        '\r\n',
      ),
      'latin1',
    ),
    body,
  ])
const plain = (method: string, target: string, headers: readonly string[] = ['Host: x']) =>
  Buffer.from([`${method} ${target} HTTP/1.1`, ...headers, '', ''].join('\r\n'), 'latin1')

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\u202e',
    '-- ',
    "' OR 1=1 --",
    '"* NEAR(',
    '../../etc/passwd',
    '{{7*7}}',
    '$gt',
    '王'.repeat(99),
  ),
)
const oddValue = fc.oneof(
  oddText,
  fc.double(),
  fc.constantFrom(null, true, [], {}, { $gt: '' }, 1e308, -0, 2 ** 53, [[[]]]),
)

/** A note of which at least one field is wrong, missing or unknown. */
const wrongNote = fc
  .record({
    field: fc.constantFrom(
      'title',
      'count',
      'tags',
      'at',
      'id',
      'revision',
      'toString',
      'hasOwnProperty',
      '$where',
    ),
    value: oddValue,
    missing: fc.constantFrom('title', 'count', 'at'),
  })
  .map(({ field, value, missing }) => {
    const note: Record<string, unknown> = { ...aNote, [field]: value }
    delete note[missing]
    return Buffer.from(JSON.stringify(note))
  })

const prototypeKeys = fc
  .constantFrom('__proto__', 'constructor', 'prototype', '\\u005f_proto__')
  .map((key) => Buffer.from(JSON.stringify(aNote).replace('{', `{"${key}":{"admin":true},`)))
const tooDeep = fc.integer({ min: 13, max: 5000 }).map((n) => Buffer.from('[{"a":'.repeat(n)))
const brokenUtf8 = fc
  .constantFrom([0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc0, 0x80])
  .map((bytes) => Buffer.concat([Buffer.from('{"title":"'), Buffer.from(bytes), Buffer.from('"}')]))
const notJson = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([Buffer.from('}'), bytes]))
const tooLarge = fc.integer({ min: 262_145, max: 300_000 }).map((n) => Buffer.alloc(n, 'x'))

const wrongHeaders = fc.constantFrom(
  ['Content-Type: text/plain'],
  ['Content-Type: application/json; charset=utf-16'],
  ['Content-Type: application/json', 'Content-Encoding: br'],
  [],
  ['Content-Type: application/json', `Idempotency-Key: ${'k'.repeat(256)}`],
  ['Content-Type: application/json', 'Idempotency-Key: a b'],
)

const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((c) => String.fromCharCode(c)),
  maxLength: 80,
})
const wrongTarget = fc.oneof(
  visible.map((path) => `/api/v1/notes/!${path}`),
  visible.map((query) => `/api/v1/notes?limit=0&${query}`),
  fc.constantFrom(
    '/api/v1/notes/%',
    '/api/v1/notes/%ff%fe',
    '/api/v1/notes/%00',
    '/api/v1/notes?after=%c3%28',
    '/api/v1/notes?__proto__=1',
    '/api/v1/notes?constructor[prototype][x]=1',
    '/api/v1/notes?limit=1&limit=2',
    '/api/v1/notes?limit=1e99',
    `/api/v1/notes?after=${'a'.repeat(9000)}`,
    `/${'a'.repeat(9000)}`,
    `/${'a'.repeat(40_000)}`,
    '//api/v1/notes/n-1/..',
    '/api/v1/../../etc/passwd',
    'http://elsewhere/api/v1/nothing',
    '/api/v1/notes/n-1/close?x=1',
  ),
)
const wrongMethod = fc
  .constantFrom('PATCH', 'DELETE', 'TRACE', 'PUT', 'PROPFIND', 'BREW', 'get', 'CONNECT', 'M-SEARCH')
  .map((method) => plain(method, '/api/v1/notes'))
const wrongConditions = fc
  .constantFrom(
    [],
    ['If-Match: *'],
    ['If-Match: 1'],
    ['If-Match: "x"'],
    ['If-Match: "9"'],
    ['If-Match: "1"', 'If-Match: "1"'],
  )
  .map((headers) => plain('DELETE', '/api/v1/notes/n-1', ['Host: x', ...headers]))
const wrongProtocol = fc.constantFrom(
  'GET /healthz HTTP/1.1\r\n\r\n',
  'GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n',
  'GET /heal thz HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n',
  `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
  'POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
  'POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nExpect: a miracle\r\nContent-Length: 2\r\n\r\n{}',
  'GET /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'nonsense\r\n\r\n',
)

const badRequest: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 8, arbitrary: wrongNote.map((body) => post(body, ['Content-Type: application/json'])) },
  { weight: 2, arbitrary: prototypeKeys.map((body) => post(body)) },
  { weight: 2, arbitrary: tooDeep.map((body) => post(body)) },
  { weight: 2, arbitrary: brokenUtf8.map((body) => post(body)) },
  { weight: 2, arbitrary: notJson.map((body) => post(body)) },
  { weight: 1, arbitrary: tooLarge.map((body) => post(body)) },
  { weight: 2, arbitrary: wrongHeaders.map((headers) => post(Buffer.from(JSON.stringify(aNote)), headers)) },
  { weight: 6, arbitrary: wrongTarget.map((target) => plain('GET', target)) },
  { weight: 2, arbitrary: wrongMethod },
  { weight: 2, arbitrary: wrongConditions },
  { weight: 2, arbitrary: wrongProtocol.map((text) => Buffer.from(text, 'latin1')) },
)

onEachStore('hostile requests', (engine) => {
  it('are answered with 4xx problem documents, 4,000 of them, and change nothing', async function () {
    this.timeout(120_000)
    const { http, store } = await demo(engine)
    await http.ask('/api/v1/notes', { json: aNote })
    const before = await contents(store)
    const statuses = new Map<number, number>()
    const ask = fc.asyncProperty(fc.array(badRequest, { minLength: 40, maxLength: 40 }), async (requests) => {
      const answers = await Promise.all(requests.map((request) => answerTo(http.listening.port, request)))
      for (const [i, answer] of answers.entries()) {
        const status = refusalIn(answer, requests[i]?.subarray(0, 400).toString('latin1') ?? '')
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    })
    await fc.assert(ask, { numRuns: 100, seed: 20260301, endOnFailure: true })
    expect([...statuses.keys()]).to.include.members([400, 404, 405, 412, 413, 414, 415, 417, 422, 428, 431])
    expect(await contents(store)).to.deep.equal(before)
    expect((await http.ask('/healthz')).status).to.equal(200)
  })
})

/** The status, after checking that the answer is a problem document that says the same. */
function refusalIn(answer: string, request: string): number {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1])
  expect(status, `${request}\n-> ${answer.slice(0, 300)}`).to.be.within(400, 499)
  expect(head.toLowerCase(), request).to.include('content-type: application/problem+json')
  expect(JSON.parse(body), request).to.include({ status }).and.to.include.keys('type', 'title')
  return status
}

/** Sends bytes as they are and resolves with what came back before the connection ended. */
function answerTo(port: number, request: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
      if (isWhole(answer)) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    socket.write(request)
  })
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n')
  const length = Number(/content-length: (\d+)/i.exec(answer)?.[1])
  return end > 0 && Buffer.byteLength(answer.slice(end + 4)) >= length
}

async function contents(store: DocumentStore): Promise<Note[]> {
  return store.find(notes, {}, { limit: 100 })
}
