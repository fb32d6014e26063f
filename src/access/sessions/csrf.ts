import { createHmac } from 'node:crypto'
import { equal } from '../secrets.js'

/** The header in which a page repeats the token of its session. */
export const csrfHeader = 'x-csrf-token'

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The token of a session for requests that change something; made from the session's own, which scripts never see. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url')
}

export function isCsrfTokenOf(sessionToken: string, given: string | undefined): boolean {
  return given !== undefined && equal(csrfTokenOf(sessionToken), given)
}

export function isSafe(method: string): boolean {
  return safeMethods.has(method)
}

/**
 * Whether another site's page sent a request. Browsers say where it comes from in Sec-Fetch-Site, older ones in Origin;
 * programs say neither.
 * @param own origins of our own pages
 */
export function isForeign(
  secFetchSite: string | undefined,
  origin: string | undefined,
  own: readonly string[],
): boolean {
  if (secFetchSite !== undefined) return secFetchSite !== 'same-origin' && secFetchSite !== 'none'
  return origin !== undefined && !own.includes(origin)
}
