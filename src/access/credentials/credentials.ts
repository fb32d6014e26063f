import type { Transaction } from '../../platform/store/index.js'
import { credentialsCollection } from './collection.js'
import type { Credentials } from './model.js'

/** Changes what proves who an account is, making it where there is nothing yet. */
export async function changeCredentials(
  tx: Transaction,
  account: string,
  change: (before: Credentials) => Credentials,
): Promise<void> {
  const before = await tx.get(credentialsCollection, account)
  const next = change(before ?? { id: account, revision: 1 })
  if (before) await tx.replace(credentialsCollection, next, before.revision)
  else await tx.insert(credentialsCollection, next)
}
