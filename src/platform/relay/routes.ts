import Joi from 'joi'
import { type PageQuery, pageAnswer, pageOptions } from '../http/paging.js'
import { type Route, route } from '../http/route.js'
import { letterSort } from './collections.js'
import type { DeadLetters, LetterFilters } from './dead-letters.js'
import { letterParams, letterQuery, letterRecord } from './schema.js'

/** @param kinds names of the kinds of records */
export function deadLetterRoutes(letters: DeadLetters, kinds: readonly string[]): Route[] {
  return [listRoute(letters, kinds), replayRoute(letters)]
}

function listRoute(letters: DeadLetters, kinds: readonly string[]): Route {
  return route<unknown, PageQuery & LetterFilters, unknown>(
    {
      method: 'get',
      path: '/dead-letters',
      operationId: 'listDeadLetters',
      summary: { zh: '列出死信', en: 'Records that search or matching refuses, newest first' },
      description: {
        zh: '搜索或匹配不接受的记录先放在这里，其余记录照常处理。',
        en: 'A record that a view refuses by itself is put aside here, so that the others go on.',
      },
      permission: 'operations.read',
      tag: 'dead-letters',
      query: letterQuery(kinds),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({
            items: Joi.array().items(letterRecord).required(),
            next: Joi.string().description('下一页的 after / the `after` of the next page'),
          }),
        },
      },
      example: { query: { limit: 20, view: 'search' } },
    },
    async ({ query }) => {
      const items = await letters.list(query, pageOptions(query, letterSort))
      return pageAnswer({ items, limit: query.limit, sort: letterSort })
    },
  )
}

function replayRoute(letters: DeadLetters): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'post',
      path: '/dead-letters/{id}/replay',
      operationId: 'replayDeadLetter',
      summary: { zh: '重新处理一条死信', en: 'Try a dead letter again' },
      description: {
        zh: '死信随即消失；若仍不被接受，会重新出现。',
        en: 'The letter goes at once; if its record is still refused, a new one comes.',
      },
      permission: 'operations.retry',
      tag: 'dead-letters',
      params: letterParams,
      answers: { 202: { description: { zh: '已排队', en: 'Waits for its turn' } } },
      example: { params: { id: 'd-search-n-01k8f3q2t8x7m4c9e2p0' } },
    },
    async ({ params, actor }) => {
      await letters.replay(params.id, actor)
      return { status: 202 }
    },
  )
}
