import { type PageQuery, pageAnswer, pageOptions } from '../../platform/http/paging.js'
import { type Answer, type Route, route } from '../../platform/http/route.js'
import { idParams } from '../../platform/records/index.js'
import { deliverySort } from '../collection.js'
import { exampleDelivery } from '../delivery-routes.js'
import { delivery, deliveryPage, shownDelivery } from '../delivery-schema.js'
import type { Texts } from '../texts.js'
import type { Webhook, WebhookChoice } from './model.js'
import {
  createdWebhook,
  deliveryParams,
  listQuery,
  webhookChoice,
  webhookDraft,
  webhookPage,
  webhookRecord,
} from './schema.js'
import type { WebhookDraft, Webhooks } from './service.js'

const tag = 'webhooks'
const permission = 'webhooks.manage'
const id = 'wh-01k8f3q2t8x7m4c9e2p0'
const choice = { groups: ['crisis', 'referrals'], language: 'zh' }
const asNow = { description: { zh: '现在的内容', en: 'As it is now' }, schema: webhookRecord }

export function webhookRoutes(webhooks: Webhooks, texts: Texts): Route[] {
  return [
    createRoute(webhooks),
    listRoute(webhooks),
    ...oneRoutes(webhooks),
    deliveriesRoute(webhooks, texts),
    replayRoute(webhooks, texts),
  ]
}

/** Takes no Idempotency-Key: an answer that is kept would keep the secret. */
function createRoute(webhooks: Webhooks): Route {
  return route<unknown, unknown, WebhookDraft>(
    {
      method: 'post',
      path: '/webhooks',
      operationId: 'createWebhook',
      summary: { zh: '登记接收通知的地址', en: 'Enter an address that notices are posted to' },
      permission,
      tag,
      body: webhookDraft,
      answers: { 201: { description: { zh: '已登记', en: 'Entered' }, schema: createdWebhook } },
      example: { body: { url: 'https://example.org/duijie', style: 'duijie', ...choice } },
    },
    async ({ body, actor }) => {
      const { webhook, secret } = await webhooks.create(body, actor)
      const headers = { location: `/api/v1/webhooks/${webhook.id}` }
      const made = secret === undefined ? shown(webhook) : { ...shown(webhook), secret }
      return { status: 201, headers, body: made, revision: webhook.revision }
    },
  )
}

function listRoute(webhooks: Webhooks): Route {
  return route<unknown, PageQuery, unknown>(
    {
      method: 'get',
      path: '/webhooks',
      operationId: 'listWebhooks',
      summary: { zh: '查看 webhook', en: 'List webhooks' },
      permission,
      tag,
      query: listQuery,
      answers: { 200: { description: { zh: '一页', en: 'One page' }, schema: webhookPage } },
      example: { query: { limit: 20 } },
    },
    async ({ query, actor }) =>
      pageAnswer({
        items: await webhooks.list(pageOptions(query), actor),
        limit: query.limit,
        show: shown,
      }),
  )
}

function oneRoutes(webhooks: Webhooks): Route[] {
  const example = { params: { id } }
  return [
    route<{ id: string }, unknown, unknown>(
      {
        method: 'get',
        path: '/webhooks/{id}',
        operationId: 'getWebhook',
        summary: { zh: '读取 webhook', en: 'Read one webhook' },
        permission,
        tag,
        params: idParams,
        answers: { 200: asNow },
        example,
      },
      async ({ params, actor }) => answerWith(await webhooks.get(params.id, actor)),
    ),
    route<{ id: string }, unknown, WebhookChoice>(
      {
        method: 'put',
        path: '/webhooks/{id}',
        operationId: 'amendWebhook',
        summary: {
          zh: '修改接收内容，已停用的重新启用',
          en: 'Change what it is told of; a disabled one works again',
        },
        permission,
        tag,
        params: idParams,
        body: webhookChoice,
        ifMatch: true,
        answers: { 200: asNow },
        example: { ...example, body: choice },
      },
      async ({ params, body, ifMatch, actor }) =>
        answerWith(await webhooks.amend(params.id, ifMatch, body, actor)),
    ),
    route<{ id: string }, unknown, unknown>(
      {
        method: 'delete',
        path: '/webhooks/{id}',
        operationId: 'removeWebhook',
        summary: { zh: '删除 webhook', en: 'Remove a webhook' },
        permission,
        tag,
        params: idParams,
        ifMatch: true,
        answers: { 204: { description: { zh: '已删除', en: 'Removed' } } },
        example,
      },
      async ({ params, ifMatch, actor }) => {
        await webhooks.remove(params.id, ifMatch, actor)
        return {}
      },
    ),
  ]
}

function deliveriesRoute(webhooks: Webhooks, texts: Texts): Route {
  return route<{ id: string }, PageQuery, unknown>(
    {
      method: 'get',
      path: '/webhooks/{id}/deliveries',
      operationId: 'listWebhookDeliveries',
      summary: { zh: '查看投递情况，由新到旧', en: 'What was posted and how it went, newest first' },
      permission,
      tag,
      params: idParams,
      query: listQuery,
      answers: { 200: { description: { zh: '一页', en: 'One page' }, schema: deliveryPage } },
      example: { params: { id }, query: { limit: 20 } },
    },
    async ({ params, query, actor }) => {
      const items = await webhooks.deliveries(params.id, pageOptions(query, deliverySort), actor)
      return pageAnswer({
        items,
        limit: query.limit,
        sort: deliverySort,
        show: (one) => shownDelivery(one, texts),
      })
    },
  )
}

function replayRoute(webhooks: Webhooks, texts: Texts): Route {
  return route<{ id: string; delivery: string }, unknown, unknown>(
    {
      method: 'post',
      path: '/webhooks/{id}/deliveries/{delivery}/replay',
      operationId: 'replayWebhookDelivery',
      summary: { zh: '重新投递', en: 'Post a notice once more' },
      permission,
      tag,
      params: deliveryParams,
      answers: {
        202: { description: { zh: '将再次投递', en: 'It will be posted' }, schema: delivery },
      },
      example: { params: { id, delivery: exampleDelivery } },
    },
    async ({ params, actor }) => ({
      status: 202,
      body: shownDelivery(await webhooks.replay(params.id, params.delivery, actor), texts),
    }),
  )
}

function answerWith(webhook: Webhook): Answer {
  return { body: shown(webhook), revision: webhook.revision }
}

/** Without its address and its secret. */
function shown({ url: _, secret: __, ...told }: Webhook) {
  return told
}
