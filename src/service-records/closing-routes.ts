import Joi from 'joi'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from '../platform/http/paging.js'
import { type Route, route } from '../platform/http/route.js'
import { idParams } from '../platform/records/index.js'
import type { MonthClosingFilters, MonthClosings } from './closing-service.js'
import { type ClosingScope, monthClosingSort } from './closings.js'
import { answerWith } from './routes.js'
import { closingBody, closingFilters, monthClosing, reasonBody } from './schema.js'

const tag = 'service-totals'
const body = { month: '2026-02', region: '440307003000' }
export const exampleClosingId = `mc-${body.month}-${body.region}`

export function monthClosingRoutes(closings: MonthClosings): Route[] {
  return [closeRoute(closings), listRoute(closings), getRoute(closings), reopenRoute(closings)]
}

function closeRoute(closings: MonthClosings): Route {
  return route<unknown, unknown, ClosingScope & { month: string }>(
    {
      method: 'post',
      path: '/month-closings',
      operationId: 'closeMonth',
      summary: { zh: '月结', en: 'Close a month' },
      description: {
        zh: '按街道、全区或单个组织结清已结束的月份，保留当时的合计；其后该范围内的记录不能再填报、更正或删除。重新打开后可再次月结。',
        en: 'Of a street, the district or one organisation, once it is over. The totals are kept as they stand; then nothing in it is entered, corrected or removed. May be done again after it was opened again.',
      },
      tag,
      permission: 'month-closings.write',
      body: closingBody,
      answers: { 200: { description: { zh: '已月结', en: 'Closed' }, schema: monthClosing } },
      example: { body },
    },
    async ({ body, actor }) => answerWith(await closings.close(body, actor)),
  )
}

function listRoute(closings: MonthClosings): Route {
  return route<unknown, PageQuery & MonthClosingFilters, unknown>(
    {
      method: 'get',
      path: '/month-closings',
      operationId: 'listMonthClosings',
      summary: { zh: '查看月结', en: 'List closed months' },
      tag,
      permission: 'month-closings.read',
      query: Joi.object<PageQuery & MonthClosingFilters>({ ...pageQuery, ...closingFilters }),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({ items: Joi.array().items(monthClosing).required(), next: Joi.string() }),
        },
      },
      example: { query: { limit: 2 } },
    },
    async ({ query, actor }) => {
      const items = await closings.list(query, pageOptions(query, monthClosingSort), actor)
      return pageAnswer({ items, limit: query.limit, sort: monthClosingSort })
    },
  )
}

function getRoute(closings: MonthClosings): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      path: '/month-closings/{id}',
      operationId: 'getMonthClosing',
      summary: { zh: '读取月结', en: 'Read a closed month' },
      tag,
      permission: 'month-closings.read',
      params: idParams,
      answers: { 200: { description: { zh: '现在的状态', en: 'As it is now' }, schema: monthClosing } },
      example: { params: { id: exampleClosingId } },
    },
    async ({ params, actor }) => answerWith(await closings.get(params.id, actor)),
  )
}

function reopenRoute(closings: MonthClosings): Route {
  return route<{ id: string }, unknown, { reason: string }>(
    {
      method: 'post',
      path: '/month-closings/{id}/reopen',
      operationId: 'reopenMonth',
      summary: { zh: '重新打开月份', en: 'Open a month again' },
      tag,
      permission: 'month-closings.write',
      params: idParams,
      body: reasonBody,
      ifMatch: true,
      answers: { 200: { description: { zh: '已打开', en: 'Opened' }, schema: monthClosing } },
      example: { params: { id: exampleClosingId }, body: { reason: '有组织漏报' } },
    },
    async ({ params, ifMatch, body, actor }) =>
      answerWith(await closings.reopen(params.id, ifMatch, body.reason, actor)),
  )
}
