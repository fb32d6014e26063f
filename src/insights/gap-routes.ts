import Joi from 'joi'
import {
  fileAnswer,
  formatKey,
  type ListQuery,
  listAnswer,
  listQuery,
  onePage,
  type Sheet,
} from '../platform/http/list-file.js'
import { rankedPageAnswer, rankOptions } from '../platform/http/paging.js'
import { type Route, route } from '../platform/http/route.js'
import type { FollowedAction, GapActions } from './action-service.js'
import { type GapActionDraft, type GapActionFilters, type GapPlace, gapActionSort } from './actions.js'
import type { Gaps, Simulation } from './gap-service.js'
import type { Gap, GapsQuery } from './gaps.js'
import { gapActionSheet, gapSheet } from './list-sheets.js'
import type { Reference } from './query.js'
import * as schema from './schema.js'

const own = { tag: 'insights', permission: 'insights.own' } as const
const acting = { tag: 'insights', permission: 'insights.act' } as const
const place = { region: '440307003002', category: 'elderly' }
const exampleAction = 'ga-01k8f3q2t8x7m4c9e2p0'
const action = { description: { zh: '行动', en: 'The action' }, schema: schema.gapAction }

/** @param reference names what a list as a file holds codes of */
export function gapRoutes(gaps: Gaps, actions: GapActions, reference: Reference): Route[] {
  return [
    listRoute(gaps, gapSheet(reference)),
    detailRoute(gaps),
    simulateRoute(gaps),
    openRoute(actions),
    actionsRoute(actions, gapActionSheet(reference)),
    actionRoute(actions),
    closeRoute(actions),
  ]
}

function listRoute(gaps: Gaps, sheet: Sheet<Gap>): Route {
  return route<unknown, GapsQuery & ListQuery, unknown>(
    {
      ...own,
      method: 'get',
      path: '/insights/gaps',
      operationId: 'listGaps',
      summary: { zh: '缺口排行', en: 'What is missing where, the largest gap first' },
      query: Joi.object<GapsQuery & ListQuery>({ ...schema.gapsQuery, ...formatKey }),
      answers: { 200: { description: { zh: '缺口', en: 'Gaps' }, schema: schema.gapsAnswer } },
      example: { query: { limit: 5 } },
    },
    async ({ query, actor, language }) => {
      const { format, limit, after, ...asked } = query
      const place = rankOptions(query)
      const all = await gaps.list(asked, actor)
      if (format !== 'json') return fileAnswer({ format, language }, sheet, onePage(all))
      const items = all.slice(place.offset, place.offset + limit)
      return rankedPageAnswer({ items, total: all.length, ...place })
    },
  )
}

function detailRoute(gaps: Gaps): Route {
  return route<unknown, GapPlace, unknown>(
    {
      ...own,
      method: 'get',
      path: '/insights/gap',
      operationId: 'getGap',
      summary: { zh: '一处缺口，以及怎样可以补上', en: 'One gap, and what would help' },
      query: Joi.object<GapPlace>(schema.placeKeys),
      answers: { 200: { description: { zh: '缺口', en: 'The gap' }, schema: schema.gapAnswer } },
      example: { query: place },
    },
    async ({ query, actor }) => ({ body: await gaps.read(query, actor) }),
  )
}

function simulateRoute(gaps: Gaps): Route {
  return route<unknown, unknown, Simulation>(
    {
      ...own,
      method: 'post',
      path: '/insights/simulate',
      operationId: 'simulateCapacity',
      summary: { zh: '试算：如有组织每月承接若干', en: 'What would come of so many taken on a month' },
      body: Joi.object<Simulation>(schema.simulationBody),
      answers: {
        200: { description: { zh: '逐月结果', en: 'Month by month' }, schema: schema.simulationAnswer },
      },
      example: { body: { ...place, perMonth: 10, months: 6 } },
    },
    async ({ body, actor }) => ({ body: await gaps.simulate(body, actor) }),
  )
}

function openRoute(actions: GapActions): Route {
  return route<unknown, unknown, GapActionDraft>(
    {
      ...acting,
      method: 'post',
      path: '/insights/actions',
      operationId: 'openGapAction',
      summary: { zh: '针对缺口发起行动', en: 'Begin something about a gap' },
      body: Joi.object<GapActionDraft>(schema.actionKeys),
      idempotent: async (id, actor) => ({ status: 201, ...(await actions.getRaw(id, actor)) }),
      answers: { 201: action },
      example: { body: { ...place, type: 'invite', owner: '社会事务科', dueOn: '2026-12-31' } },
    },
    async ({ body, actor }) => {
      const opened = await actions.open(body, actor)
      const headers = { location: `/api/v1/insights/actions/${opened.id}` }
      return { status: 201, body: opened, revision: opened.revision, headers }
    },
  )
}

function actionsRoute(actions: GapActions, sheet: Sheet<FollowedAction>): Route {
  return route<unknown, ListQuery & GapActionFilters, unknown>(
    {
      ...own,
      method: 'get',
      path: '/insights/actions',
      operationId: 'listGapActions',
      summary: { zh: '行动列表，附前后对比', en: 'Actions, with the figures before and now' },
      query: Joi.object<ListQuery & GapActionFilters>({ ...listQuery, ...schema.actionsQuery }),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({ items: Joi.array().items(schema.gapAction).required(), next: Joi.string() }),
        },
      },
      example: { query: { limit: 5 } },
    },
    ({ query, actor, language }) =>
      listAnswer({
        ...{ query, language, sheet },
        sort: gapActionSort,
        read: (options) => actions.list(query, options, actor),
      }),
  )
}

function actionRoute(actions: GapActions): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      ...own,
      method: 'get',
      path: '/insights/actions/{id}',
      operationId: 'getGapAction',
      summary: { zh: '读取一项行动', en: 'Read one action' },
      params: schema.actionParams,
      answers: { 200: action },
      example: { params: { id: exampleAction } },
    },
    ({ params, actor }) => actions.getRaw(params.id, actor),
  )
}

function closeRoute(actions: GapActions): Route {
  return route<{ id: string }, unknown, { outcome?: string }>(
    {
      ...acting,
      method: 'post',
      path: '/insights/actions/{id}/close',
      operationId: 'closeGapAction',
      summary: { zh: '结束行动', en: 'Close an action' },
      params: schema.actionParams,
      body: Joi.object<{ outcome?: string }>(schema.closeBody),
      ifMatch: true,
      answers: { 200: action },
      example: { params: { id: exampleAction }, body: { outcome: '新增一家组织' } },
    },
    async ({ params, body, ifMatch, actor }) => {
      const closed = await actions.close(params.id, ifMatch, body.outcome, actor)
      return { body: closed, revision: closed.revision }
    },
  )
}
