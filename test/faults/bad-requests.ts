import fc from 'fast-check'
import type { OpenApiDocument, Operation } from '../../src/platform/http/openapi-document.js'

export interface BadRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
  /** Words to search for: whatever they are, they are a question. */
  readonly isFreeText?: true
}

const hostileTexts = [
  '" OR "',
  "' OR 1=1 --",
  '"* NEAR(',
  'NEAR(a b, 5)',
  'title:老人',
  '{title text}:x',
  '^a',
  'a AND',
  'NOT',
  '-x',
  '***',
  '(((((',
  'rank MATCH',
  '$gt',
  '{"$ne":null}',
  '{{7*7}}',
  '../../etc/passwd',
  '\0',
  '\u202e',
  '\ud83d\ude00',
  '%',
  '_',
  "'; DROP TABLE needs; --",
  '王'.repeat(199),
  'a '.repeat(99),
  'a"b'.repeat(60),
  '\u0301'.repeat(100),
  '__proto__',
  '',
]
const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
)
/** No field takes any of these, for each is of a wrong type, or too long, or has a wrong form, wherever it stands. */
const wrongForText = fc.constantFrom<unknown>(
  { $gt: '' },
  { $ne: null },
  5,
  true,
  null,
  [['a']],
  '王'.repeat(5_000),
)
const wrongForOthers = fc.constantFrom<unknown>(
  'x',
  '1 OR 1=1',
  null,
  -1e308,
  { $in: [1] },
  [{}],
  'a'.repeat(9_999),
)
const json = { 'content-type': 'application/json' }
const forbidden = ['__proto__', 'constructor', 'prototype', '\\u005f_proto__']
const brokenBytes = [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc0, 0x80]]
const wrongQueries = [
  '%',
  '%ff%fe',
  'after=%c3%28',
  '__proto__=1',
  'constructor[prototype][x]=1',
  'limit=1&limit=2',
  'limit=1e99',
  'limit=0',
  'limit=-1',
  'limit=NaN',
  'after=!',
  'after=e30',
  'after=WzFd.',
  `after=${'a'.repeat(2_000)}`,
  `unheard=${'a'.repeat(9_000)}`,
  'unheard[$gt]=',
  'unheard=1',
  `after=${token(['createdAt desc', { $gt: 1 }, 'x'])}`,
  `after=${token([-1])}`,
  `after=${token(['other asc', 'a', 'b'])}`,
  `after=${token([1e9])}`,
]

/** Requests of which no one may be taken, for every operation of the document; `ids` are of records that are there. */
export function badRequests(document: OpenApiDocument, ids: readonly string[]): fc.Arbitrary<BadRequest> {
  const root = document.servers[0]?.url ?? ''
  const all = Object.entries(document.paths).flatMap(([path, line]) =>
    Object.entries(line).map(([method, operation]) => ({
      path: root + path,
      method: method.toUpperCase(),
      operation,
    })),
  )
  const paths = all.map(({ path }) => path)
  // Forms with files are another matter: test/platform/http/upload.test.ts.
  const withBody = all.filter(
    ({ operation }) => operation.requestBody?.content['application/json']?.example !== undefined,
  )
  const withMatch = all.filter(({ operation }) =>
    operation.parameters.some(({ name }) => name === 'If-Match'),
  )
  const withId = all.filter(({ path }) => path.includes('{'))
  const searched = ['organizations', 'offerings', 'needs'].map((plural) => `${root}/${plural}`)
  const filters = searched.flatMap((path) =>
    (document.paths[path.slice(root.length)]?.get?.parameters ?? [])
      .filter(({ name }) => name !== 'q')
      .map(({ name }) => ({ path, name })),
  )
  const body = (
    one: (typeof all)[number],
    bytes: Buffer,
    headers: Record<string, string> = json,
  ): BadRequest => ({
    method: one.method,
    path: placed(one.path, one.operation),
    headers: { ...conditions(one.operation, '"1"'), ...headers },
    body: bytes,
  })
  const right = (one: (typeof all)[number]) => {
    const example = one.operation.requestBody?.content['application/json']?.example
    return example === undefined ? undefined : Buffer.from(JSON.stringify(example))
  }
  const ofBody = <T>(what: fc.Arbitrary<T>, make: (text: string, what: T) => string | Buffer) =>
    fc
      .tuple(fc.constantFrom(...withBody), what)
      .map(([one, how]) => body(one, Buffer.from(make(String(right(one)), how))))

  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(...withBody), fc.nat(), wrongForText, wrongForOthers)
        .map(([one, at, forText, forOthers]) =>
          body(one, Buffer.from(spoilt(String(right(one)), at, forText, forOthers))),
        ),
    },
    {
      weight: 3,
      arbitrary: ofBody(fc.tuple(hostileText, hostileText), (text, [key, value]) =>
        text.replace('{', `{${JSON.stringify(`x${key}`)}:${JSON.stringify(value)},`),
      ),
    },
    {
      weight: 2,
      arbitrary: ofBody(fc.constantFrom(...forbidden), (text, key) =>
        text.replace('{', `{"${key}":{"admin":true},`),
      ),
    },
    {
      weight: 2,
      arbitrary: ofBody(fc.integer({ min: 13, max: 3_000 }), (_, deep) => '{"text":['.repeat(deep)),
    },
    {
      weight: 2,
      arbitrary: ofBody(fc.constantFrom(...brokenBytes), (_, bytes) =>
        Buffer.concat([Buffer.from('{"text":"'), Buffer.from(bytes), Buffer.from('"}')]),
      ),
    },
    {
      weight: 2,
      arbitrary: ofBody(fc.uint8Array({ maxLength: 200 }), (_, bytes) =>
        Buffer.concat([Buffer.from('}'), bytes]),
      ),
    },
    {
      weight: 1,
      arbitrary: ofBody(fc.integer({ min: 262_145, max: 300_000 }), (_, size) => Buffer.alloc(size, 'x')),
    },
    {
      weight: 1,
      arbitrary: ofBody(fc.constantFrom('null', '[]', '"x"', '1', 'true', ''), (_, other) => other),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...withBody),
          fc.constantFrom<Record<string, string>>(
            {},
            { 'content-type': 'text/plain' },
            { ...json, 'content-encoding': 'br' },
            { 'content-type': 'application/json; charset=utf-16' },
          ),
        )
        .map(([one, headers]) => body(one, right(one) ?? Buffer.alloc(0), headers)),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...withMatch),
          fc.constantFrom('', '*', '1', '"x"', '"9"', '"0"', 'W/"1"', '"1", "2"', '"99999999999999999999"'),
        )
        // Filters that nobody has saved yet are at revision 0.
        .filter(([{ path }, match]) => match !== '"0"' || !path.includes('/saved-filters/'))
        .map(([one, match]) => ({
          method: one.method,
          path: placed(one.path, one.operation),
          body: right(one),
          headers: { ...(one.operation.requestBody ? json : {}), ...conditions(one.operation, match) },
        }))
        .map(clean),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...withId), hostileText)
        .map(([one, id]) => ({
          method: one.method,
          path: one.path.replace(/\{\w+\}/g, () => encodeURIComponent(wellFormed(`!${id}`))),
          body: right(one),
          headers: { ...(one.operation.requestBody ? json : {}), ...conditions(one.operation, '"1"') },
        }))
        .map(clean),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...paths), fc.constantFrom(...wrongQueries))
        .map(([path, query]) => ({
          method: 'GET',
          path: `${path.replace(/\{\w+\}/g, ids[0] ?? '')}?unheard=1&${query}`,
          headers: {},
        })),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constantFrom(...filters), hostileText).map(([{ path, name }, text]) => ({
        method: 'GET',
        path: `${path}?${name}=${encodeURIComponent(wellFormed(`!${text}`))}`,
        headers: {},
      })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('/api/v1/needs', '/api/v1/nothing', ...searched),
          fc.constantFrom('PATCH', 'TRACE', 'PROPFIND', 'DELETE', 'PUT'),
        )
        .map(([path, method]) => ({ method, path, headers: {} })),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...searched), hostileText, fc.boolean())
        .map(([path, text, counted]) => ({
          method: 'GET',
          headers: {},
          isFreeText: true as const,
          path: `${path}?q=${encodeURIComponent(wellFormed(text))}${counted ? '&facets=region' : ''}`,
        })),
    },
  )
}

function token(parts: unknown): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** A lone surrogate has no percent-encoding. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

function placed(path: string, { parameters }: Operation): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters.find((one) => one.in === 'path' && one.name === name)?.example),
  )
}

function conditions({ parameters }: Operation, match: string): Record<string, string> {
  return parameters.some(({ name }) => name === 'If-Match') && match ? { 'if-match': match } : {}
}

function clean({ body, ...others }: Omit<BadRequest, 'body'> & { body: Buffer | undefined }): BadRequest {
  return { ...others, ...(body ? { body } : {}) }
}

/** The text of a body with one of its values, wherever it stands, put in the wrong. */
function spoilt(text: string, at: number, forText: unknown, forOthers: unknown): string {
  const places: (() => void)[] = []
  const root: { body: unknown } = { body: JSON.parse(text) }
  const visit = (holder: object): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (holder !== root)
        places.push(() => Reflect.set(holder, key, typeof value === 'string' ? forText : forOthers))
      if (typeof value === 'object' && value !== null) visit(value)
    }
  }
  visit(root)
  places[at % places.length]?.()
  return JSON.stringify(root.body)
}
