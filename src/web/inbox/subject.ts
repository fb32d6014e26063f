/** Where what a notice is about is shown to somebody of this role; undefined where no page of theirs shows it. */
export function placeOfSubject(
  { kind, subject }: { kind: string; subject: string },
  role: string,
): string | undefined {
  if (kind === 'referral') return `/referrals/${subject}`
  if (role.startsWith('org-')) return ofOrganization(kind, subject)
  if (kind === 'need') return `/community/needs/${subject}`
  if (kind === 'region')
    return role === 'committee' ? '/community/needs' : `/district?view=needs&region=${subject}`
  return undefined
}

function ofOrganization(kind: string, subject: string): string | undefined {
  if (kind === 'need') return `/organization/requests/needs/${subject}`
  if (kind === 'offering') return `/organization/offerings/${subject}`
  return undefined
}
