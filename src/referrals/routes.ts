import Joi from 'joi'
import { noProgress, openAmount } from '../needs/index.js'
import {
  type FormatQuery,
  fileAnswer,
  formatKey,
  type ListQuery,
  listAnswer,
  listQuery,
  type NamesOf,
  onePage,
  type Sheet,
} from '../platform/http/list-file.js'
import { type Order, orderKey } from '../platform/http/paging.js'
import { type Answer, type Route, route } from '../platform/http/route.js'
import { idParams } from '../platform/records/index.js'
import type { Regions } from '../regions/index.js'
import { actionRoutes } from './action-routes.js'
import { referralSort } from './collection.js'
import type { ReferralFilters } from './filters.js'
import { loadSheet } from './load-sheet.js'
import type { Referral } from './model.js'
import type { Opening } from './opening.js'
import { dueFirst } from './queue.js'
import {
  historyAnswer,
  loadAnswer,
  loadFilters,
  opening,
  placesAnswer,
  progressAnswer,
  referralFilters,
  referralRecord,
} from './schema.js'
import type { Referrals } from './service.js'
import { referralSheet } from './sheet.js'

const needId = 'n-01k8f3q2t8x7m4c9e2p0'
const offeringId = 'f-01k8f3q2t8x7m4c9e2p0'
const id = 'r-01k8f3q2t8x7m4c9e2p0'

/** @param namesOf what organisations are called, by id */
export function referralRoutes(referrals: Referrals, regions: Regions, namesOf: NamesOf): Route[] {
  return [
    openRoute(referrals),
    listRoute(referrals, referralSheet(regions, namesOf)),
    loadRoute(referrals, namesOf),
    getRoute(referrals),
    historyRoute(referrals),
    ...actionRoutes(referrals, id),
    progressRoute(referrals),
    placesRoute(referrals),
  ]
}

function openRoute(referrals: Referrals): Route {
  const entered = (of: string) => ({ status: 201, headers: { location: `/api/v1/referrals/${of}` } })
  return route<{ id: string }, unknown, Opening>(
    {
      method: 'post',
      path: '/needs/{id}/referrals',
      operationId: 'openReferral',
      summary: { zh: '为需求开对接单：点单、派单、抢单或补录', en: 'Open a referral for a need' },
      description: {
        zh: '同一需求可同时有多张待答复的对接单；已接单的总量不会超过需求。',
        en: 'Several may be pending for one need; what is accepted never exceeds what is asked for.',
      },
      tag: 'referrals',
      permission: 'referrals.write',
      params: idParams,
      body: opening,
      idempotent: async (of, actor) => ({ ...entered(of), ...(await referrals.getRaw(of, actor)) }),
      answers: { 201: { description: { zh: '已开单', en: 'Opened' }, schema: referralRecord } },
      example: {
        params: { id: needId },
        body: { how: 'dispatch', offeringId, quantity: 4, plannedStart: '2026-12-01' },
      },
    },
    async ({ params, body, actor }) => {
      const referral = await referrals.open(params.id, body, actor)
      return { ...entered(referral.id), body: referral, revision: referral.revision }
    },
  )
}

function listRoute(referrals: Referrals, sheet: Sheet<Referral>): Route {
  return route<unknown, ListQuery & ReferralFilters & { readonly order: Order }, unknown>(
    {
      method: 'get',
      path: '/referrals',
      operationId: 'listReferrals',
      summary: { zh: '列出对接单', en: 'List referrals, newest first or by deadline' },
      tag: 'referrals',
      permission: 'referrals.read',
      query: Joi.object<ListQuery & ReferralFilters & { readonly order: Order }>({
        ...listQuery,
        ...referralFilters,
        ...orderKey,
      }),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({
            items: Joi.array().items(referralRecord).required(),
            next: Joi.string().description('下一页的 after / the `after` of the next page'),
          }),
        },
      },
      example: { query: { limit: 2, owes: 'organisation' } },
    },
    ({ query, actor, language }): Promise<Answer> =>
      listAnswer({
        ...{ query, language, sheet },
        sort: query.order === 'due' ? dueFirst : referralSort,
        read: (options) => referrals.list(query, options, actor),
        onFile: () => referrals.noteExport(actor),
      }),
  )
}

function loadRoute(referrals: Referrals, namesOf: NamesOf): Route {
  return route<unknown, FormatQuery & { region?: string }, unknown>(
    {
      method: 'get',
      path: '/referrals/load',
      operationId: 'listOrganizationLoads',
      summary: {
        zh: '各组织手上的对接单，逾期多的在前',
        en: 'What each organisation has in hand and owes, the most overdue first',
      },
      tag: 'referrals',
      permission: 'referrals.read',
      query: Joi.object<FormatQuery & { region?: string }>({ ...loadFilters, ...formatKey }),
      answers: { 200: { description: { zh: '各组织', en: 'By organisation' }, schema: loadAnswer } },
      example: { query: { region: '440307003000' } },
    },
    async ({ query: { format, region }, actor, language }) => {
      const loads = await referrals.loads(region, actor)
      const names = await namesOf(loads.map(({ organizationId }) => organizationId))
      const items = loads.map((load) => ({
        ...load,
        name: names.get(load.organizationId) ?? load.organizationId,
      }))
      if (format === 'json') return { body: { items } }
      return fileAnswer({ format, language }, loadSheet, onePage(items))
    },
  )
}

function getRoute(referrals: Referrals): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      path: '/referrals/{id}',
      operationId: 'getReferral',
      summary: { zh: '读取对接单', en: 'Read one referral' },
      tag: 'referrals',
      permission: 'referrals.read',
      params: idParams,
      answers: { 200: { description: { zh: '对接单', en: 'The referral' }, schema: referralRecord } },
      example: { params: { id } },
    },
    async ({ params, actor }) => {
      const referral = await referrals.get(params.id, actor)
      return { body: referral, revision: referral.revision }
    },
  )
}

function historyRoute(referrals: Referrals): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      path: '/referrals/{id}/history',
      operationId: 'getReferralHistory',
      summary: { zh: '对接单的经过，由新到旧', en: 'What was done to a referral, newest first' },
      tag: 'referrals',
      permission: 'referrals.read',
      params: idParams,
      answers: {
        200: { description: { zh: '最近 200 步', en: 'The last 200 steps' }, schema: historyAnswer },
      },
      example: { params: { id } },
    },
    async ({ params, actor }) => {
      const entries = await referrals.history(params.id, actor)
      const items = entries.map(({ at, actor: by, action, reason }) => ({
        ...{ at, actor: by, action },
        ...(reason === undefined ? {} : { reason }),
      }))
      return { body: { items } }
    },
  )
}

function progressRoute(referrals: Referrals): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      path: '/needs/{id}/progress',
      operationId: 'getNeedProgress',
      summary: { zh: '需求的对接进度', en: 'How far a need is met' },
      tag: 'referrals',
      permission: 'needs.read',
      params: idParams,
      answers: { 200: { description: { zh: '进度', en: 'Progress' }, schema: progressAnswer } },
      example: { params: { id: needId } },
    },
    async ({ params, actor }) => {
      const need = await referrals.needOf(params.id, actor)
      const { state, amount, progress = noProgress, closedFor } = need
      const { value: asked, unit } = amount
      const open = openAmount(need)
      const closed = closedFor === undefined ? {} : { closedFor }
      return { body: { state, asked, unit, open, ...progress, ...closed } }
    },
  )
}

function placesRoute(referrals: Referrals): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      path: '/offerings/{id}/capacity',
      operationId: 'getOfferingCapacity',
      summary: { zh: '服务近六个月的名额', en: 'Places of an offering, this month and the five after it' },
      tag: 'referrals',
      permission: 'offerings.read',
      params: idParams,
      answers: { 200: { description: { zh: '名额', en: 'Places' }, schema: placesAnswer } },
      example: { params: { id: offeringId } },
    },
    async ({ params, actor }) => ({ body: await referrals.placesOf(params.id, actor) }),
  )
}
