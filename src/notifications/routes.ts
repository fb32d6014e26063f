import Joi from 'joi'
import type { Clock } from '../platform/clock.js'
import { listAnswer } from '../platform/http/list-file.js'
import { type Input, type Route, route } from '../platform/http/route.js'
import { newestFirst, unreadFirst } from './collection.js'
import type { Inbox } from './inbox.js'
import { inboxSheet } from './inbox-sheet.js'
import { type LiveInboxes, moved } from './live.js'
import type { InboxItem } from './model.js'
import {
  countAnswer,
  type InboxQuery,
  inboxItem,
  inboxPage,
  inboxQuery,
  itemParams,
  readAllBody,
  streamQuery,
} from './schema.js'
import type { Texts } from './texts.js'

export interface InboxRouteDeps {
  readonly inbox: Inbox
  readonly live: LiveInboxes
  readonly texts: Texts
  readonly clock: Clock
  /** Milliseconds after which a stream gives a sign of life and the sign-in is looked at again; default 15 seconds. */
  readonly heartbeatMs?: number
}

const tag = 'notifications'
const permission = 'inbox.own'
const id = 'ib-900000000001'

export function inboxRoutes(deps: InboxRouteDeps): Route[] {
  return [listRoute(deps), ...readRoutes(deps), streamRoute(deps)]
}

function listRoute({ inbox, texts }: InboxRouteDeps): Route {
  return route<unknown, InboxQuery, unknown>(
    {
      method: 'get',
      path: '/inbox',
      operationId: 'listInbox',
      summary: { zh: '查看自己的通知', en: 'List one’s own notices' },
      permission,
      tag,
      query: inboxQuery,
      answers: { 200: { description: { zh: '一页', en: 'One page' }, schema: inboxPage } },
      example: { query: { limit: 20, order: 'unread-first' } },
    },
    ({ query, actor, language }) =>
      listAnswer({
        ...{ query, language },
        sheet: inboxSheet(texts),
        sort: query.order === 'newest' ? newestFirst : unreadFirst,
        read: (options) => inbox.list(query, options, actor),
        show: (item) => shown(item, texts),
      }),
  )
}

function readRoutes({ inbox, texts }: InboxRouteDeps): Route[] {
  return [
    route(
      {
        method: 'get',
        path: '/inbox/unread',
        operationId: 'countUnread',
        summary: { zh: '未读通知数', en: 'How many notices are unread' },
        permission,
        tag,
        answers: {
          200: { description: { zh: '未读数', en: 'Unread' }, schema: countAnswer('未读数', 'unread') },
        },
        example: {},
      },
      async ({ actor }) => ({ body: { count: await inbox.countUnread(actor) } }),
    ),
    route<{ id: string }, unknown, unknown>(
      {
        method: 'post',
        path: '/inbox/{id}/read',
        operationId: 'readInboxItem',
        summary: { zh: '标为已读', en: 'Mark a notice as read' },
        permission,
        tag,
        params: itemParams,
        answers: { 200: { description: { zh: '现在的内容', en: 'As it is now' }, schema: inboxItem } },
        example: { params: { id } },
      },
      async ({ params, actor }) => ({ body: shown(await inbox.markRead(params.id, actor), texts) }),
    ),
    route<unknown, unknown, { until?: string }>(
      {
        method: 'post',
        path: '/inbox/read-all',
        operationId: 'readInbox',
        summary: { zh: '全部标为已读', en: 'Mark all notices as read' },
        permission,
        tag,
        body: readAllBody,
        answers: {
          200: {
            description: { zh: '标了多少条', en: 'How many it marked' },
            schema: countAnswer('条数', 'marked'),
          },
        },
        example: { body: { until: id } },
      },
      async ({ body, actor }) => ({ body: { count: await inbox.markAllRead(body.until, actor) } }),
    ),
  ]
}

function streamRoute(deps: InboxRouteDeps): Route {
  return route<unknown, { after?: string }, unknown>(
    {
      method: 'get',
      path: '/inbox/stream',
      operationId: 'streamInbox',
      summary: { zh: '实时接收通知', en: 'Follow one’s own notices as they come' },
      description: {
        zh: 'Server-Sent Events：每条通知一个 notice 事件，data 与列表中的一项相同；断线后浏览器带 Last-Event-ID 重连，不会遗漏。街道与区级另有 moved 事件：有人收到了通知，页面可能需要更新。',
        en: 'Server-sent events: a `notice` for each item, its data as in the list. A browser that was cut off comes back with Last-Event-ID and misses nothing. Staff also hear `moved` when anybody was told something, so that what they look at may have changed.',
      },
      permission,
      tag,
      query: streamQuery,
      answers: {
        200: {
          description: { zh: '事件流', en: 'Events' },
          type: 'text/event-stream',
          schema: Joi.string(),
        },
      },
      example: { query: { after: id } },
    },
    (input) => {
      deps.live.assertRoom(input.actor.id)
      return { stream: eventsFor(input, deps) }
    },
  )
}

async function* eventsFor(
  input: StreamInput,
  { live, texts, clock, heartbeatMs = 15_000 }: InboxRouteDeps,
): AsyncGenerator<string> {
  const { actor, query, signal, lastEventId } = input
  yield 'retry: 2000\n\n'
  const hearsAll = actor.role === 'street' || actor.role === 'district'
  const resumed = /^ib-\d{12}$/.test(lastEventId ?? '') ? lastEventId : query.after
  let admittedAt = clock.now().getTime()
  for await (const item of live.follow(actor.id, resumed, { signal, waitMs: heartbeatMs, hearsAll })) {
    const now = clock.now().getTime()
    if (!item || now - admittedAt >= heartbeatMs) {
      if (!(await input.isStillAdmitted())) return
      admittedAt = now
    }
    yield eventOf(item, texts)
  }
}

function eventOf(item: InboxItem | typeof moved | undefined, texts: Texts): string {
  if (!item) return ':\n\n'
  if (item === moved) return `event: ${moved}\ndata: {}\n\n`
  return `id: ${item.id}\nevent: notice\ndata: ${JSON.stringify(shown(item, texts))}\n\n`
}

type StreamInput = Input<unknown, { after?: string }, unknown>

/** What is shown of an item. */
function shown(item: InboxItem, texts: Texts) {
  const { id: itemId, at, topic, kind, subject, isCrisis, readAt } = item
  const told = { id: itemId, at, topic, kind, subject, text: texts.of(item), isCrisis }
  return readAt === undefined ? told : { ...told, readAt }
}
