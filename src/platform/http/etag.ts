import { Refusal } from './refusal.js'

/** The entity tag of a record at `revision`: `"3"`. */
export function etagOf(revision: number): string {
  return `"${revision}"`
}

/**
 * The revision that If-Match names. `*` is refused, because it would write over what nobody has read; lists and weak
 * tags are too, because no record is at two revisions and RFC 9110 (13.1.1) wants a strong comparison. `"0"` is the
 * revision of what is not kept yet, where a route writes one thing whether it is there or not.
 * @throws Refusal 428, 400
 */
export function ifMatchOf(header: string | undefined): number {
  if (header === undefined) throw new Refusal('ifMatch.missing')
  if (header.trim() === '*') throw new Refusal('ifMatch.any')
  const match = /^\s*"(0|[1-9]\d{0,14})"\s*$/.exec(header)
  if (!match) throw new Refusal('ifMatch.malformed')
  return Number(match[1])
}

/** Whether If-None-Match names the revision, by weak comparison; a header that makes no sense matches nothing. */
export function noneMatchNames(header: string, revision: number): boolean {
  if (header === etagOf(revision)) return true
  return header.split(',').some((tag) => {
    const bare = tag.trim()
    return bare === '*' || bare.replace(/^W\//, '') === etagOf(revision)
  })
}
