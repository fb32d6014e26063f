import type { Event } from '../platform/records/index.js'
import type { Recipient } from './audience.js'
import {
  type Delivery,
  daysLater,
  defaultPreferences,
  type InboxItem,
  inboxDays,
  inboxId,
  type Notice,
  type Preferences,
  placeOf,
  wants,
} from './model.js'
import { safeFacts } from './texts.js'
import { mailDue } from './timing.js'
import type { Topic } from './topics.js'
import type { Webhook } from './webhooks/model.js'

export interface Plan {
  readonly items: readonly InboxItem[]
  readonly deliveries: readonly Delivery[]
}

export interface PlanContext {
  readonly now: Date
  readonly timeZone: string
  /** Of the last item in any inbox. */
  readonly number: number
  /** Whether there is a server that takes mail. */
  readonly hasMail: boolean
}

/** What telling an event to these people writes: an item for each, and mail for those who want it. */
export function planFor(
  event: Event,
  topic: Topic,
  people: readonly { readonly recipient: Recipient; readonly wishes: Preferences | undefined }[],
  { now, timeZone, number, hasMail }: PlanContext,
): Plan {
  const notice = noticeOf(event)
  const isCrisis = topic.group === 'crisis'
  const told = people
    .map(({ recipient, wishes }) => ({
      recipient,
      wishes: wishes ?? defaultPreferences(recipient.id, recipient.language),
    }))
    // Nobody need be told what they have just done.
    .filter(({ recipient, wishes }) => recipient.id !== event.actor && wants(wishes, topic))
  const items = told.map(({ recipient }, i): InboxItem => {
    const id = inboxId(number + i + 1)
    return {
      id,
      revision: 1,
      ...notice,
      account: recipient.id,
      isCrisis,
      place: placeOf(id, false),
      expiresAt: daysLater(now, inboxDays),
    }
  })
  const mails = told.flatMap(({ recipient, wishes }) => {
    const due = hasMail && recipient.email ? mailDue(topic, wishes, now, timeZone) : undefined
    return due ? [deliveryOf(notice, 'mail', recipient.id, due)] : []
  })
  return { items, deliveries: mails }
}

/** What an event posts: one delivery for each active webhook that asked for its group. */
export function postsFor(event: Event, topic: Topic, hooks: readonly Webhook[], now: Date): Delivery[] {
  const notice = noticeOf(event)
  return hooks
    .filter(({ state, groups }) => state === 'active' && groups.includes(topic.group))
    .map(({ id }) => deliveryOf(notice, 'webhook', id, now))
}

function noticeOf({ id, at, name, kind, subject, facts }: Event): Notice {
  return { at, event: id, topic: name, kind, subject, facts: safeFacts(facts) }
}

/** The id is made of event and target: what is planned twice cannot be kept twice. */
function deliveryOf(notice: Notice, channel: Delivery['channel'], target: string, due: Date): Delivery {
  return {
    id: `nd-${notice.event}-${target}`,
    revision: 1,
    ...notice,
    channel,
    target,
    state: 'waiting',
    due: due.toISOString(),
    attempts: 0,
  }
}
