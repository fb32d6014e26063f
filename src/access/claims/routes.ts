import Joi from 'joi'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from '../../platform/http/paging.js'
import { type Route, route } from '../../platform/http/route.js'
import { idParams, reason, regionCode, several, stampKeys } from '../../platform/records/index.js'
import type { Access } from '../access.js'
import { shownOnce } from '../answers.js'
import { invitedAnswer, invitedBody } from '../invitations/routes.js'
import { nextPage, organizationId, personName } from '../schema.js'
import { type Claim, type ClaimDraft, claimStates } from './model.js'

const sort = { field: 'createdAt', direction: 'desc' } as const
const tag = 'claims'
const id = 'j-01k8f3q2t8x7m4c9e2p0'
type ById = { readonly id: string }
type StateFilter = { readonly state?: readonly Claim['state'][] }

const state = Joi.string().valid(...claimStates)
const contact = Joi.string().trim().min(5).max(120).description('电话或邮箱 / telephone or e-mail')
const why = reason.description('说明 / why, and how you belong to the organisation')

const record = Joi.object({
  ...stampKeys,
  organization: organizationId.required(),
  region: regionCode.required().description('组织所在地 / home region of the organisation'),
  name: personName.required(),
  contact: contact.required(),
  reason: why.required(),
  state: state.required().description('open 待审核，approved 已通过，refused 未通过 / state'),
  invitation: Joi.string().description('通过后发出的邀请 / the invitation that the approval made'),
}).id('Claim')

export function claimRoutes(access: Access): Route[] {
  return [makeRoute(access), ...readRoutes(access), ...decisionRoutes(access)]
}

function makeRoute({ claims }: Access): Route {
  return route<unknown, unknown, ClaimDraft>(
    {
      method: 'post',
      path: '/claims',
      operationId: 'claimOrganization',
      summary: { zh: '认领社会组织', en: 'Ask to manage an organisation' },
      description: {
        zh: '无需登录；街道或区的工作人员核实后会发来邀请。',
        en: 'Needs no sign-in; staff of its street or the district look at it and send an invitation.',
      },
      permission: 'public',
      perMinute: 5,
      tag,
      body: Joi.object<ClaimDraft>({
        number: Joi.string()
          .trim()
          .min(4)
          .max(60)
          .required()
          .description('统一社会信用代码或备案编号 / credit code or filing number')
          .example('52440307MJL0000004'),
        name: personName.required(),
        contact: contact.required(),
        reason: why.required(),
      }),
      answers: { 202: { description: { zh: '已收到', en: 'Received' } } },
      example: {
        body: {
          number: '52440307MJL0000004',
          name: '林晓雨',
          contact: '0755-28000000',
          reason: '我是本机构的法定代表人',
        },
      },
    },
    async ({ body }) => {
      await claims.make(body)
      return { status: 202 }
    },
  )
}

function readRoutes({ claims }: Access): Route[] {
  const list = route<unknown, PageQuery & StateFilter, unknown>(
    {
      method: 'get',
      path: '/claims',
      operationId: 'listClaims',
      summary: { zh: '列出认领申请', en: 'Claims of one’s regions, newest first' },
      permission: 'claims.decide',
      tag,
      query: Joi.object<PageQuery & StateFilter>({ ...pageQuery, state: several(state) }),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({ items: Joi.array().items(record).required(), next: nextPage }),
        },
      },
      example: { query: { limit: 20, state: 'open' } },
    },
    async ({ query, actor }) => {
      const items = await claims.list(query.state, actor, pageOptions(query, sort))
      return pageAnswer({ items, limit: query.limit, sort })
    },
  )
  const get = route<ById, unknown, unknown>(
    {
      method: 'get',
      path: '/claims/{id}',
      operationId: 'getClaim',
      summary: { zh: '读取认领申请', en: 'Read one claim' },
      permission: 'claims.decide',
      tag,
      params: idParams,
      answers: { 200: { description: { zh: '申请', en: 'Claim' }, schema: record } },
      example: { params: { id } },
    },
    async ({ params, actor }) => {
      const claim = await claims.get(params.id, actor)
      return { body: claim, revision: claim.revision }
    },
  )
  return [list, get]
}

function decisionRoutes(access: Access): Route[] {
  const { claims } = access
  const approve = route<ById, unknown, unknown>(
    {
      method: 'post',
      path: '/claims/{id}/approve',
      operationId: 'approveClaim',
      summary: { zh: '通过认领，得到邀请', en: 'Approve a claim; gives an invitation to pass on' },
      permission: 'claims.decide',
      tag,
      params: idParams,
      ifMatch: true,
      answers: { 200: { description: { zh: '邀请', en: 'Invitation' }, schema: invitedAnswer } },
      example: { params: { id } },
    },
    async ({ params, ifMatch, actor }) => ({
      body: invitedBody(access, await claims.approve(params.id, ifMatch, actor)),
      headers: shownOnce,
    }),
  )
  const refuse = route<ById, unknown, { reason: string }>(
    {
      method: 'post',
      path: '/claims/{id}/refuse',
      operationId: 'refuseClaim',
      summary: { zh: '不通过认领', en: 'Refuse a claim' },
      permission: 'claims.decide',
      tag,
      params: idParams,
      body: Joi.object<{ reason: string }>({ reason: reason.required() }),
      ifMatch: true,
      answers: { 200: { description: { zh: '现在的内容', en: 'As it is now' }, schema: record } },
      example: { params: { id }, body: { reason: '电话核实不符' } },
    },
    async ({ params, ifMatch, actor, body }) => {
      const claim = await claims.refuse(params.id, ifMatch, body.reason, actor)
      return { body: claim, revision: claim.revision }
    },
  )
  return [approve, refuse]
}
