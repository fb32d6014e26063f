import { accountKind } from '../src/access/index.js'
import { linksCollection } from '../src/links/index.js'
import { hashOf } from '../src/links/tokens.js'
import type { Workspace } from '../src/workspace.js'

const at = '2026-03-10T02:00:00.000Z'
const manager = 'u-manager'

/** The link of the examples, and whose it is: a manager asked for the capacity of the offering. */
export async function holdLink(
  { store }: Workspace,
  ids: { readonly offering: string; readonly organization: string },
): Promise<void> {
  const office = { role: 'org-manager', organization: ids.organization } as const
  if (!(await store.get(accountKind.collection, manager))) {
    const stamps = { createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }
    const account = { id: manager, revision: 1, ...stamps, ...office, name: '陈静', state: 'active' } as const
    await store.insert(accountKind.collection, account)
  }
  await store.removeMany(linksCollection, await store.find(linksCollection, {}))
  await store.insert(linksCollection, {
    id: hashOf('7k2mq8xd3fwn'),
    revision: 1,
    purpose: 'offering.capacity',
    subject: ids.offering,
    holder: { id: manager, ...office },
    count: 30,
    createdAt: at,
    expiresAt: '2099-03-10T02:00:00.000Z',
  })
}
