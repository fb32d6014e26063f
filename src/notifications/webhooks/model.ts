import type { Recorded } from '../../platform/records/index.js'
import type { TopicGroup } from '../topics.js'

/** Duijie's own signed JSON, or a message for a group robot of 企业微信 or 钉钉. */
export const webhookStyles = ['duijie', 'wecom', 'dingtalk'] as const
export type WebhookStyle = (typeof webhookStyles)[number]

/** Where notices of a district, a street or an organisation are posted to. */
export interface Webhook extends Recorded {
  /** Code of the region or id of the organisation whose notices it gets. */
  readonly owner: string
  /** Encrypted: the address of a robot is its password. */
  readonly url: string
  /** What of the address is shown. */
  readonly host: string
  readonly style: WebhookStyle
  /** What it is told of. */
  readonly groups: readonly TopicGroup[]
  /** Of the texts that robots show. */
  readonly language: 'zh' | 'en'
  /** Encrypted; a robot of WeCom has none. */
  readonly secret?: string
  readonly state: 'active' | 'disabled'
  /** ISO instant of the first failure since the last success. */
  readonly failingSince?: string
  /** Code of the failure that disabled it. */
  readonly error?: string
}

/** What people choose. */
export interface WebhookChoice {
  readonly groups: readonly TopicGroup[]
  readonly language: 'zh' | 'en'
}

/** Of one owner; bounds what one event can cause. */
export const mostWebhooks = 20
