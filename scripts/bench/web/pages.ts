/** A page as somebody opens it first of all, by its address. */
export interface MeasuredPage {
  readonly workspace: 'sign-in' | 'community' | 'organization' | 'district'
  /** A demo account; undefined where nobody has signed in. */
  readonly account?: string
  /** `{id}` stands for the first of `idFrom`. */
  readonly path: string
  /** A list of the API, the first of which the page shows. */
  readonly idFrom?: string
  /** What somebody came for: shown once this stands in the page. */
  readonly content: string
}

const community = { workspace: 'community', account: 'changlong' } as const
const organization = { workspace: 'organization', account: 'manager' } as const
const district = { workspace: 'district', account: 'longgang' } as const

/** The first page of each workspace, and those of its pages that hold the most. */
export const measuredPages: readonly MeasuredPage[] = [
  { workspace: 'sign-in', path: '/sign-in', content: 'form input' },
  { ...community, path: '/community/needs', content: 'main a[href^="/community/needs/n-"]' },
  { ...community, path: '/community/needs?view=table', content: 'main td a[href^="/community/needs/n-"]' },
  { ...community, path: '/community/post', content: 'main textarea' },
  { ...community, path: '/community/needs/{id}', idFrom: '/needs?limit=1', content: 'main h1' },
  { ...organization, path: '/organization/requests', content: 'main h1' },
  {
    ...organization,
    path: '/organization/requests?view=open',
    content: 'main a[href^="/organization/requests/needs/"]',
  },
  {
    ...organization,
    path: '/organization/requests/{id}',
    idFrom: '/referrals?limit=1',
    content: 'main h1',
  },
  { ...organization, path: '/organization/offerings', content: 'main a[href^="/organization/offerings/f-"]' },
  { ...organization, path: '/organization/offerings/new', content: 'main form' },
  { ...organization, path: '/organization/records/new', content: 'main form' },
  { ...district, path: '/district', content: 'main a[href^="/community/needs/n-"]' },
  { ...district, path: '/district?view=needs', content: 'main a[href^="/community/needs/n-"]' },
  { ...district, path: '/district/map', content: 'main svg a' },
  { ...district, path: '/district/gaps', content: 'main ol li' },
  { ...district, path: '/district/indicators', content: 'main table td' },
]
