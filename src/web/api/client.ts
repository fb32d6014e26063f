import createClient, { type Middleware } from 'openapi-fetch'
import { currentLanguage } from '../i18n/language.js'
import { patientFetch } from './patient-fetch.js'
import { Problem } from './problem.js'
import type { components, paths } from './schema.js'

export { Problem }
export type Schemas = components['schemas']

const common: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage())
    return request
  },
  async onResponse({ response }) {
    if (response.ok) return undefined
    throw await Problem.of(response)
  },
  onError: () => new Problem(0, undefined),
}

export const api = createClient<paths>({
  baseUrl: '/api/v1',
  credentials: 'same-origin',
  fetch: patientFetch,
})
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
