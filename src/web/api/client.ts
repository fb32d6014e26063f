import createClient, { type Middleware } from 'openapi-fetch'
import { currentLanguage } from '../i18n/texts.js'
import type { components, paths } from './schema.js'

export type Schemas = components['schemas']
type ProblemDocument = Schemas['Problem']

/** What the server refused, in the reader's language; `status` 0 when it could not be reached at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly document: ProblemDocument | undefined,
  ) {
    super(document?.detail ?? 'unreachable')
  }

  get code(): string {
    return this.document?.type.replace('/problems/', '') ?? 'unreachable'
  }

  /** What is wrong with one field, where the server named it. */
  about(field: string): string | undefined {
    return this.document?.errors?.find((error) => error.field === field)?.message
  }
}

let csrfToken: string | undefined
let onSignedOut: () => void = () => {}

/** The token that the session gave; unsafe requests carry it. */
export function keepToken(token: string | undefined): void {
  csrfToken = token
}

/** Told when the server says that nobody is signed in any more. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener
}

const safeMethods = new Set(['GET', 'HEAD'])

const common: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage())
    if (csrfToken && !safeMethods.has(request.method)) request.headers.set('x-csrf-token', csrfToken)
    return request
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return undefined
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
    const document = isProblem ? ((await response.json()) as ProblemDocument) : undefined
    if (response.status === 401 && schemaPath !== '/session') onSignedOut()
    throw new Problem(response.status, document)
  },
  onError: () => new Problem(0, undefined),
}

export const api = createClient<paths>({ baseUrl: '/api/v1', credentials: 'same-origin' })
api.use(common)

/** The body of an answer that is there, for `common` has thrown where it is not. */
export async function bodyOf<T>(answer: Promise<{ data?: T | undefined }>): Promise<T> {
  return (await answer).data as T
}

/** What a write from this revision must carry. */
export function ifMatch(revision: number): { 'If-Match': string } {
  return { 'If-Match': `"${revision}"` }
}

/** One key per thing that somebody means to do once, so that a second click or a retry does it no second time. */
export function onceKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join('') }
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')
