/** Where what a notice is about is shown to somebody of this role; undefined where no page of theirs shows it. */
export function placeOfSubject(
  { kind, subject }: { kind: string; subject: string },
  role: string,
): string | undefined {
  const isOrganization = role.startsWith('org-')
  if (kind === 'need' && !isOrganization) return `/community/needs/${subject}`
  if (kind === 'referral') return `/referrals/${subject}`
  if (kind === 'region' && !isOrganization)
    return role === 'committee' ? '/community/needs' : `/district?view=needs&region=${subject}`
  return undefined
}
