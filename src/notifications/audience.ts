import type { Actor, Role } from '../platform/actor.js'
import type { Facts } from '../platform/records/index.js'
import type { Audience, Topic } from './topics.js'

/** Somebody with an account, as far as notices need to know. */
export interface Recipient extends Omit<Actor, 'mark'> {
  /** Address for mail, where there is one. */
  readonly email?: string
  readonly language?: 'zh' | 'en'
}

/** Accounts by what they may do and where; every given part must hold. */
export interface AccountQuery {
  readonly ids?: readonly string[]
  readonly roles?: readonly Role[]
  /** Any of these is exactly the account's region. */
  readonly regions?: readonly string[]
  /** Any of these is the account's organisation. */
  readonly organizations?: readonly string[]
}

/** Who has an account; answered from indexes, a page at a time. */
export interface Accounts {
  /** Active accounts in id order. @param page `after` an id; at most `limit`, up to 500 */
  accountsFor(
    query: AccountQuery,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly Recipient[]>
}

const everybody: readonly Role[] = ['org-manager', 'org-worker']

/**
 * Which accounts an event is told to. The questions have no role in common, so nobody answers to two of them.
 * @param chainOf the region itself, then those that it lies in
 */
export function audienceOf(
  topic: Topic,
  facts: Facts,
  chainOf: (region: string) => readonly string[],
): AccountQuery[] {
  const asked = new Set(topic.audience.flatMap((audience) => meant(audience, facts)))
  const regions = typeof facts.region === 'string' ? chainOf(facts.region) : []
  // Where the roster names somebody, the other staff are left alone.
  const isOnDuty = { street: facts.streetDuty, district: facts.districtDuty }
  const onDuty = [...listOf(isOnDuty.street), ...listOf(isOnDuty.district)]
  const local = (['committee', 'street'] as const).filter(
    (role) => asked.has(role) && !(role === 'street' && isOnDuty.street),
  )
  const organizations = [
    ...(asked.has('organization') || asked.has('managers') ? listOf(facts.organizationId) : []),
    ...(asked.has('organizations') ? listOf(facts.organizations) : []),
  ]
  return [
    ...(asked.has('account') ? [{ ids: listOf(facts.accountId) }] : []),
    ...(onDuty.length ? [{ ids: onDuty }] : []),
    ...(local.length && regions.length ? [{ roles: local, regions }] : []),
    // Of the whole district: its staff has no region.
    ...(asked.has('district') && !isOnDuty.district ? [{ roles: ['district' as const] }] : []),
    ...(asked.has('admin') ? [{ roles: ['admin' as const] }] : []),
    ...(organizations.length
      ? [{ roles: asked.has('managers') ? everybody.slice(0, 1) : everybody, organizations }]
      : []),
  ]
}

/**
 * Whose webhooks hear of it: the organisations that are told, and the district where any of its staff is.
 * @param district its code
 */
export function ownersOf(queries: readonly AccountQuery[], district: string): string[] {
  const isStaff = queries.some(({ regions, roles }) => regions || roles?.includes('district'))
  return [...(isStaff ? [district] : []), ...queries.flatMap(({ organizations = [] }) => organizations)]
}

const debtors: { readonly [owes: string]: readonly Audience[] } = {
  community: ['committee'],
  organisation: ['organization'],
  staff: ['street'],
}
const levels: { readonly [level: string]: readonly Audience[] } = {
  next: ['committee'],
  street: ['street'],
  district: ['district'],
}

function meant(audience: Audience, { owes, level }: Facts): readonly Audience[] {
  if (audience === 'level') return (typeof level === 'string' && levels[level]) || []
  if (audience !== 'debtor') return [audience]
  // Where it does not say who must act, both sides may have to.
  return (typeof owes === 'string' && debtors[owes]) || ['committee', 'organization']
}

function listOf(fact: Facts[string] | undefined): string[] {
  if (typeof fact === 'string') return [fact]
  return Array.isArray(fact) ? fact.map(String) : []
}
