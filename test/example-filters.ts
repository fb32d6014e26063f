import type { Account } from '../src/access/index.js'
import { savedFilters } from '../src/saved-filters/index.js'
import type { Workspace } from '../src/workspace.js'

/** What this account has saved of the needs, at the revision that the API's examples name. */
export async function holdSavedFiltersOf({ store }: Workspace, { id: account }: Account): Promise<void> {
  const id = `${account}:needs`
  await store.removeMany(savedFilters, await store.getMany(savedFilters, [id]))
  await store.insert(savedFilters, { id, revision: 1, items: [{ name: '待对接', query: 'state=open' }] })
}
