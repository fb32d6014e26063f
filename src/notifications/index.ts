export { accountsIn } from './accounts.js'
export type { AccountQuery, Accounts, Recipient } from './audience.js'
export { notificationCollections, perishableNotices } from './collection.js'
export { notificationMessages } from './messages.js'
export { createNotifications, type Notifications } from './notifications.js'

export const notificationTag = { zh: '通知', en: 'Notifications' }
export { resealWebhooks } from './webhooks/reseal.js'
export const webhookTag = { zh: 'Webhook', en: 'Webhooks' }
