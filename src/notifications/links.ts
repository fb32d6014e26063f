import type { Notice } from './model.js'

/** Where the pages lead on by the reader's role; of other kinds no page shows a single record. */
const paths: { readonly [kind: string]: string } = {
  need: 'needs',
  offering: 'offerings',
  referral: 'referrals',
  region: 'regions',
}

/**
 * Where a notice is read: the page of its record, or the list of its place.
 * @param publicUrl where people reach Duijie; undefined makes no link
 */
export function linksTo(
  publicUrl: string | undefined,
): (notice: Pick<Notice, 'kind' | 'subject'>) => string | undefined {
  return ({ kind, subject }) => {
    const path = Object.hasOwn(paths, kind) ? paths[kind] : undefined
    if (publicUrl === undefined || !path) return undefined
    return new URL(`/${path}/${encodeURIComponent(subject)}`, publicUrl).href
  }
}
