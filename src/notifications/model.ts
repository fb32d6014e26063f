import type { Facts } from '../platform/records/index.js'
import type { Stored } from '../platform/store/index.js'
import type { Topic, TopicGroup } from './topics.js'

/** What of an event is told to anybody: ids, codes, days and numbers, from which texts are made when somebody reads. */
export interface Notice {
  /** ISO instant of the event. */
  readonly at: string
  /** Id of the event. */
  readonly event: string
  /** Name of the event, a key of `topics`. */
  readonly topic: string
  readonly kind: string
  /** The record that it is about. */
  readonly subject: string
  readonly facts: Facts
}

/**
 * One notice in the inbox of one account. Ids are numbers that grow in the order of commits, over all accounts, so that
 * whoever follows from an id on misses nothing.
 */
export interface InboxItem extends Notice, Stored {
  readonly account: string
  readonly isCrisis: boolean
  /** Its place in the inbox: sorted downwards, what is unread comes first, then the newest. */
  readonly place: string
  /** ISO instant. */
  readonly readAt?: string
  /** ISO instant after which it goes. */
  readonly expiresAt: string
}

export const channels = ['mail', 'webhook'] as const
export type ChannelName = (typeof channels)[number]

export const deliveryStates = ['waiting', 'delivered', 'given-up'] as const

/** One notice on its way out of Duijie. */
export interface Delivery extends Notice, Stored {
  readonly channel: ChannelName
  /** Account that the mail goes to, or webhook. */
  readonly target: string
  readonly state: (typeof deliveryStates)[number]
  /** ISO instant of the next attempt; while it waits. */
  readonly due?: string
  /** Attempts that failed. */
  readonly attempts: number
  /** Code of the last failure, e.g. `smtp.451`, `http.500`, `timeout`; never an address or a message. */
  readonly error?: string
  /** ISO instant after which it goes; once it is done or given up. */
  readonly expiresAt?: string
}

/** How often mail comes: for each notice, or once a day. */
export const mailPaces = ['at-once', 'daily', 'off'] as const
export type MailPace = (typeof mailPaces)[number]

/** What an account wants to hear and when; the id is the account's. */
export interface Preferences extends Stored {
  readonly language: 'zh' | 'en'
  /** Of the groups that are not named: as `defaultMail`. A crisis is always mailed at once. */
  readonly mail: { readonly [group in TopicGroup]?: MailPace }
  /** No mail between these times of day (HH:MM, in the zone of the installation), save in a crisis. */
  readonly quiet?: { readonly from: string; readonly to: string }
  /** Whether it hears what automated matching suggests; everybody may refuse (PIPL art. 24). */
  readonly byMatching: boolean
}

export const defaultMail: { readonly [group in TopicGroup]: MailPace } = {
  crisis: 'at-once',
  referrals: 'at-once',
  deadlines: 'at-once',
  needs: 'daily',
  capacity: 'daily',
  rights: 'at-once',
  matching: 'daily',
  system: 'at-once',
}

/** What holds for an account that has said nothing. */
export function defaultPreferences(account: string, language: 'zh' | 'en' = 'zh'): Preferences {
  return { id: account, revision: 0, language, mail: {}, byMatching: true }
}

/** Whether the account is to hear of it at all. */
export function wants({ byMatching }: Preferences, topic: Topic): boolean {
  return byMatching || topic.group !== 'matching'
}

const day = 86_400_000
/** Half a year for the inbox, a month for what is delivered or given up. */
export const inboxDays = 180
export const deliveryDays = 30

/** The ISO instant so many days later. */
export function daysLater(now: Date, days: number): string {
  return new Date(now.getTime() + days * day).toISOString()
}

/** @param number counted over all inboxes, from 1 */
export function inboxId(number: number): string {
  return `ib-${String(number).padStart(12, '0')}`
}

/** Where an item stands: everything unread before everything read. */
export function placeOf(id: string, isRead: boolean): string {
  return `${isRead ? 'read' : 'unread'} ${id}`
}

/** The first place of an unread item. */
export const firstUnread = 'unread '
