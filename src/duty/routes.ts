import Joi from 'joi'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from '../platform/http/paging.js'
import { type Answer, type Route, route } from '../platform/http/route.js'
import { idParams, recordId, regionCode, stampKeys } from '../platform/records/index.js'
import { dutySort } from './collection.js'
import type { DutyDraft, DutyTurn } from './model.js'
import type { Duty } from './service.js'
import { staffRoute } from './staff-route.js'

const own = { tag: 'duty', permission: 'duty.plan' } as const
const instant = Joi.string().isoDate()
const turnKeys = {
  region: regionCode.required().description('街道或区 / a street, or the district').example('440307003000'),
  accountId: recordId.required().description('值班人员 / one of its staff').example('u-01k8f3q2t8x7m4c9e2d0'),
  from: instant.required().description('开始时间 / from').example('2099-12-01T00:00:00.000Z'),
  to: instant
    .required()
    .description('结束时间，最长 31 天 / until; 31 days at most')
    .example('2099-12-08T00:00:00.000Z'),
}
const dutyTurn = Joi.object({ ...stampKeys, ...turnKeys }).id('DutyTurn')
const rosterTurn = dutyTurn
  .keys({
    name: Joi.string().allow('').required().description('值班人员 / who it is'),
    isActive: Joi.boolean().required().description('账号是否可用 / whether they may sign in and so are told'),
  })
  .id('RosterTurn')
const id = 'dt-01k8f3q2t8x7m4c9e2p0'
const draft: DutyDraft = {
  region: '440307003000',
  accountId: 'u-01k8f3q2t8x7m4c9e2d0',
  from: '2099-12-01T00:00:00.000Z',
  to: '2099-12-08T00:00:00.000Z',
}

const planned = (turn: DutyTurn): Answer => ({ status: 201, body: turn, revision: turn.revision })

export function dutyRoutes(duty: Duty): Route[] {
  return [
    route<unknown, PageQuery, unknown>(
      {
        ...own,
        method: 'get',
        path: '/duty-turns',
        operationId: 'listDutyTurns',
        summary: { zh: '查看值班表', en: 'The roster: turns that are not over' },
        query: Joi.object<PageQuery>(pageQuery),
        answers: {
          200: {
            description: { zh: '一页', en: 'One page' },
            schema: Joi.object({ items: Joi.array().items(rosterTurn).required(), next: Joi.string() }),
          },
        },
        example: { query: { limit: 20 } },
      },
      async ({ query, actor }) => {
        const items = await duty.list(pageOptions(query, dutySort), actor)
        return pageAnswer({ items, limit: query.limit, sort: dutySort })
      },
    ),
    staffRoute(duty),
    route<unknown, unknown, DutyDraft>(
      {
        ...own,
        method: 'post',
        path: '/duty-turns',
        operationId: 'planDutyTurn',
        idempotent: async (subject, actor) => planned(await duty.get(subject, actor)),
        summary: { zh: '安排值班', en: 'Put somebody on duty' },
        description: {
          zh: '危机需求只通知当时值班的街道、区工作人员；无人值班时通知全部。',
          en: 'Of a crisis only the staff hear who are on duty then, of street and district each; all where nobody is.',
        },
        body: Joi.object<DutyDraft, true>(turnKeys),
        answers: { 201: { description: { zh: '已安排', en: 'Planned' }, schema: dutyTurn } },
        example: { body: draft },
      },
      async ({ body, actor }) => planned(await duty.plan(body, actor)),
    ),
    route<{ id: string }, unknown, DutyDraft>(
      {
        ...own,
        method: 'put',
        path: '/duty-turns/{id}',
        operationId: 'amendDutyTurn',
        summary: { zh: '修改值班', en: 'Change a turn' },
        params: idParams,
        ifMatch: true,
        body: Joi.object<DutyDraft, true>(turnKeys),
        answers: { 200: { description: { zh: '现在的内容', en: 'As it is now' }, schema: dutyTurn } },
        example: { params: { id }, body: draft },
      },
      async ({ params, ifMatch, body, actor }) => {
        const turn = await duty.amend(params.id, ifMatch, body, actor)
        return { body: turn, revision: turn.revision }
      },
    ),
    route<{ id: string }, unknown, unknown>(
      {
        ...own,
        method: 'delete',
        path: '/duty-turns/{id}',
        operationId: 'cancelDutyTurn',
        summary: { zh: '取消值班', en: 'Take a turn back' },
        params: idParams,
        ifMatch: true,
        answers: { 204: { description: { zh: '已取消', en: 'It is gone' } } },
        example: { params: { id } },
      },
      async ({ params, ifMatch, actor }) => {
        await duty.cancel(params.id, ifMatch, actor)
        return {}
      },
    ),
  ]
}
