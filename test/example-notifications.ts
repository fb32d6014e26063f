import type { Account } from '../src/access/index.js'
import { deliveries, inbox, webhooks } from '../src/notifications/collection.js'
import type { Notice } from '../src/notifications/model.js'
import type { Collection, DocumentStore, Stored } from '../src/platform/store/index.js'

const webhook = 'wh-01k8f3q2t8x7m4c9e2p0'
const event = 'e-01k8f3q2t8x7m4c9e2p0'
const district = '440307000000'
const at = '2026-03-10T02:00:00.000Z'
const later = '2099-03-10T02:00:00.000Z'
const stamps = { revision: 1, createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }
const notice: Notice = {
  at,
  event,
  topic: 'referral.requested',
  kind: 'referral',
  subject: 'r-01k8f3q2t8x7m4c9e2p0',
  facts: {},
}

/** Puts a notice into the inbox of the account, and a webhook of its own with a delivery that was given up. */
export async function holdNotices(
  store: DocumentStore,
  operationId: string,
  { id: account, organization = district }: Pick<Account, 'id' | 'organization'>,
): Promise<void> {
  if (!/inbox|webhook|deliver/i.test(operationId)) return
  for (const collection of [inbox, webhooks, deliveries] as readonly Collection<Stored>[])
    await store.removeMany(collection, await store.find(collection, {}, { limit: 1_000 }))
  const number = '000000000001'
  const item = { ...notice, id: `i-${number}`, revision: 1, account, isCrisis: false, expiresAt: later }
  await store.insert(inbox, { ...item, place: `1${number}` })
  await store.insert(webhooks, {
    ...stamps,
    ...{ id: webhook, owner: organization, url: '', host: 'example.org', style: 'duijie', secret: '' },
    ...{ groups: ['referrals'], language: 'zh', state: 'active' },
  })
  const outcome = { channel: 'webhook', state: 'given-up', attempts: 9, error: 'timeout' } as const
  await store.insert(deliveries, {
    ...{
      ...notice,
      ...outcome,
      id: `nd-${event}-${webhook}`,
      revision: 1,
      target: webhook,
      expiresAt: later,
    },
  })
}
