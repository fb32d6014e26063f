import { parse } from 'node:querystring'
import { Refusal } from './refusal.js'

/** Names that reach the prototype of an object when somebody copies fields without care. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** The longest URL, path and query together. */
export const longestUrl = 8192

/** @throws Refusal for a URL that is too long or whose percent-encoding is broken or not UTF-8 */
export function checkUrl(url: string): void {
  if (url.length > longestUrl) throw new Refusal('url.long', { limit: longestUrl })
  if (url.includes('%')) decoded(url)
}

/**
 * The query of a URL that `checkUrl` let pass, as text, or lists of text for names that come more than once.
 * @throws Refusal for a name that could reach a prototype
 */
export function queryOf(url: string): Record<string, unknown> {
  const at = url.indexOf('?')
  if (at < 0) return {}
  const query = parse(url.slice(at + 1), '&', '=', { maxKeys: 0 })
  for (const key of Object.keys(query)) if (forbiddenKeys.has(key)) throw new Refusal('url.key', { key })
  return { ...query }
}

/** The path of a URL, which may be logged or shown where a query may not. */
export function pathOf(url: string): string {
  const at = url.indexOf('?')
  return at < 0 ? url : url.slice(0, at)
}

/** The same address with another `after`: where the next page is. */
export function nextUrl(url: string, token: string): string {
  const at = url.indexOf('?')
  const query = new URLSearchParams(at < 0 ? '' : url.slice(at + 1))
  query.set('after', token)
  return `${pathOf(url)}?${query}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal('url.encoding')
  }
}
