import { type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection, type Shape, type Sort, type Stored } from '../platform/store/index.js'
import type { Delivery, InboxItem, Notice, Preferences } from './model.js'
import type { Webhook } from './webhooks/model.js'

const noticeShape: Shape<Notice & Stored> = {
  at: 'string',
  event: 'string',
  topic: 'string',
  kind: 'string',
  subject: 'string',
  facts: 'any',
}

export const inbox = defineCollection<InboxItem>({
  name: 'inbox',
  shape: {
    ...noticeShape,
    account: 'string',
    isCrisis: 'boolean',
    place: 'string',
    readAt: 'string',
    expiresAt: 'string',
  },
  indexes: [
    { fields: ['account', 'place'] },
    { fields: ['account'] },
    { fields: ['expiresAt'], expires: true },
  ],
})

/** Unread first, then the newest. */
export const unreadFirst: Sort = { field: 'place', direction: 'desc' }
/** The newest first. */
export const newestFirst: Sort = { field: 'id', direction: 'desc' }

export const deliveries = defineCollection<Delivery>({
  name: 'deliveries',
  shape: {
    ...noticeShape,
    channel: 'string',
    target: 'string',
    state: 'string',
    due: 'string',
    attempts: 'number',
    error: 'string',
    expiresAt: 'string',
  },
  indexes: [
    { fields: ['channel', 'state', 'due'] },
    { fields: ['target', 'at'] },
    { fields: ['target', 'state', 'at'] },
    { fields: ['state', 'at'] },
    { fields: ['expiresAt'], expires: true },
  ],
})

/** The newest event first. */
export const deliverySort: Sort = { field: 'at', direction: 'desc' }

export const preferences = defineCollection<Preferences>({
  name: 'notification_preferences',
  shape: {
    language: 'string',
    mail: {
      crisis: 'string',
      referrals: 'string',
      deadlines: 'string',
      needs: 'string',
      capacity: 'string',
      rights: 'string',
      matching: 'string',
      system: 'string',
    },
    quiet: { from: 'string', to: 'string' },
    byMatching: 'boolean',
  },
})

/** How far the events have been told; one document. */
export interface Telling extends Stored {
  /** Of the last item in any inbox. */
  readonly number: number
  /** An event with more readers than go into one transaction, and how far it has come. */
  readonly begun?: { readonly event: string; readonly query: number; readonly after: string }
}

export const telling = defineCollection<Telling>({
  name: 'notification_telling',
  shape: { number: 'number', begun: { event: 'string', query: 'number', after: 'string' } },
})

/** There is one. */
export const theTelling = 'telling'

export const webhooks = defineCollection<Webhook>({
  name: 'webhooks',
  shape: {
    ...recordedShape,
    owner: 'string',
    url: 'string',
    host: 'string',
    style: 'string',
    groups: ['string'],
    language: 'string',
    secret: 'string',
    state: 'string',
    failingSince: 'string',
    error: 'string',
  },
  indexes: [{ fields: ['owner'] }],
})

export const webhookKind: RecordKind<Webhook> = { name: 'webhook', prefix: 'wh', collection: webhooks }

/** All that notifications keep. */
export const notificationCollections = [inbox, deliveries, preferences, telling, webhooks]
/** Those whose documents go by themselves. */
export const perishableNotices = [inbox, deliveries]
