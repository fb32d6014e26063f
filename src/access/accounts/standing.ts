import type { DocumentStore } from '../../platform/store/index.js'
import { accountKind } from './collection.js'

/** Somebody as it was written down at some time, with what it might do then. */
interface Remembered {
  readonly id: string
  readonly role: string
  readonly region?: string
  readonly organization?: string
}

/** Whether an account is active and still has the office that it had: else nothing may be done in its name. */
export async function stillStands(
  store: Pick<DocumentStore, 'get'>,
  { id, role, region, organization }: Remembered,
): Promise<boolean> {
  // Whoever has no account was let in by name of that: the person behind a need, by a code.
  if (role === 'visitor') return true
  const account = await store.get(accountKind.collection, id)
  if (account?.state !== 'active') return false
  return account.role === role && account.region === region && account.organization === organization
}
