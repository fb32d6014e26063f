import { type PageQuery, pageAnswer, pageOptions } from '../platform/http/paging.js'
import { type Route, route } from '../platform/http/route.js'
import { idParams } from '../platform/records/index.js'
import { deliverySort } from './collection.js'
import type { Deliveries, DeliveryFilters } from './deliveries.js'
import { delivery, deliveryPage, deliveryQuery, shownDelivery } from './delivery-schema.js'
import type { Texts } from './texts.js'

const tag = 'notifications'
export const exampleDelivery = 'nd-e-01k8f3q2t8x7m4c9e2p0-wh-01k8f3q2t8x7m4c9e2p0'

export function deliveryRoutes(deliveries: Deliveries, texts: Texts): Route[] {
  return [
    route<unknown, PageQuery & DeliveryFilters, unknown>(
      {
        method: 'get',
        path: '/deliveries',
        operationId: 'listDeliveries',
        summary: {
          zh: '查看邮件与 webhook 的投递情况，由新到旧',
          en: 'What is on its way out, what arrived and what was given up, newest first',
        },
        permission: 'operations.read',
        tag,
        query: deliveryQuery,
        answers: { 200: { description: { zh: '一页', en: 'One page' }, schema: deliveryPage } },
        example: { query: { state: 'given-up' } },
      },
      async ({ query }) =>
        pageAnswer({
          items: await deliveries.list(query, pageOptions(query, deliverySort)),
          limit: query.limit,
          sort: deliverySort,
          show: (one) => shownDelivery(one, texts),
        }),
    ),
    route<{ id: string }, unknown, unknown>(
      {
        method: 'post',
        path: '/deliveries/{id}/replay',
        operationId: 'replayDelivery',
        summary: { zh: '重新投递', en: 'Send once more' },
        permission: 'operations.retry',
        tag,
        params: idParams,
        answers: { 202: { description: { zh: '将再次投递', en: 'It will be sent' }, schema: delivery } },
        example: { params: { id: exampleDelivery } },
      },
      async ({ params, actor }) => ({
        status: 202,
        body: shownDelivery(await deliveries.replay(params.id, actor), texts),
      }),
    ),
  ]
}
