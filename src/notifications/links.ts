import type { Notice } from './model.js'

const paths: { readonly [kind: string]: string } = {
  need: 'needs',
  offering: 'offerings',
  organization: 'organizations',
  referral: 'referrals',
  webhook: 'webhooks',
  claim: 'claims',
  release: 'releases',
}

/** Where a notice is read: the page of its record. @param publicUrl where people reach Duijie; undefined makes no link */
export function linksTo(publicUrl: string | undefined): (notice: Notice) => string | undefined {
  return ({ kind, subject }) => {
    const path = Object.hasOwn(paths, kind) ? paths[kind] : undefined
    if (publicUrl === undefined || !path) return undefined
    return new URL(`/${path}/${encodeURIComponent(subject)}`, publicUrl).href
  }
}
