import type { ApiPart } from '../platform/http/api-part.js'
import { notificationMessages } from './messages.js'
import type { Notifications } from './notifications.js'

export { accountsIn } from './accounts.js'
export type { AccountQuery, Accounts, Recipient } from './audience.js'
export { notificationCollections, perishableNotices } from './collection.js'
export { notificationMessages } from './messages.js'
export { createNotifications, type Notifications } from './notifications.js'

export { resealWebhooks } from './webhooks/reseal.js'

export function notificationApi({ routes }: Pick<Notifications, 'routes'>): ApiPart {
  const tags = {
    notifications: { zh: '通知', en: 'Notifications' },
    webhooks: { zh: 'Webhook', en: 'Webhooks' },
  }
  return { routes, tags, messages: notificationMessages }
}
