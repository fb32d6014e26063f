import type { Account } from '../src/access/index.js'
import { deliveries, inbox, webhooks } from '../src/notifications/collection.js'
import { exampleDelivery } from '../src/notifications/delivery-routes.js'
import { type Delivery, placeOf } from '../src/notifications/model.js'
import type { Webhook } from '../src/notifications/webhooks/model.js'
import type { Collection, DocumentStore, Stored } from '../src/platform/store/index.js'
import type { Workspace } from '../src/workspace.js'
import { districtCode } from './feature-services.js'

/** Of the notices that the API's examples speak of. */
export const noticeIds = {
  inboxItem: 'ib-900000000001',
  webhook: 'wh-01k8f3q2t8x7m4c9e2p0',
  delivery: exampleDelivery,
}

const at = '2026-03-10T02:00:00.000Z'
const later = '2099-03-10T02:00:00.000Z'
const notice = {
  ...{ at, event: 'e-01k8f3q2t8x7m4c9e2p0', topic: 'referral.confirm', kind: 'referral' },
  ...{ subject: 'r-01k8f3q2t8x7m4c9e2p0', facts: {} },
}

const webhook: Webhook = {
  ...{
    id: noticeIds.webhook,
    revision: 1,
    createdAt: at,
    createdBy: 'tester',
    updatedAt: at,
    updatedBy: 'tester',
  },
  owner: districtCode,
  url: 'v1.lost.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA',
  host: 'example.org',
  style: 'duijie',
  groups: ['referrals'],
  language: 'zh',
  state: 'active',
}

const delivery: Delivery = {
  ...notice,
  id: noticeIds.delivery,
  revision: 1,
  channel: 'webhook',
  target: noticeIds.webhook,
  state: 'given-up',
  attempts: 10,
  error: 'http.500',
  expiresAt: later,
}

/** A webhook of the district with a delivery that was given up. */
export async function holdNotices({ store }: Workspace): Promise<void> {
  await only(store, webhooks, webhook)
  await only(store, deliveries, delivery)
}

/** The same webhook as that of somebody, and a notice in the inbox of that account. */
export async function holdNoticesOf(
  { store }: Workspace,
  { id: account, organization }: Account,
): Promise<void> {
  const id = noticeIds.inboxItem
  const items = await store.getMany(inbox, [id])
  await store.removeMany(inbox, items)
  const place = placeOf(id, false)
  await store.insert(inbox, { id, revision: 1, ...notice, account, isCrisis: false, place, expiresAt: later })
  await only(store, webhooks, { ...webhook, owner: organization ?? districtCode })
}

/** This document, and nothing else, in a collection. */
async function only<T extends Stored>(
  store: DocumentStore,
  collection: Collection<T>,
  document: T,
): Promise<void> {
  await store.removeMany(collection, await store.find(collection, {}, { limit: 1_000 }))
  await store.insert(collection, document)
}
