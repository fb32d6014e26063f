import type Joi from 'joi'
import type { Actor } from '../platform/actor.js'
import { pageAnswer, pageOptions } from '../platform/http/paging.js'
import { type Answer, type Route, route, type Text2 } from '../platform/http/route.js'
import { idParams } from '../platform/records/index.js'
import type { PersonalData } from '../privacy/index.js'
import type { Approvals } from './approvals.js'
import type { Release } from './releases.js'
import {
  decisionBody,
  identitySummary,
  person,
  type ReleaseListQuery,
  releaseBody,
  releasePage,
  releaseQuery,
  releaseRecord,
  requested,
  reviewBody,
  shownIdentity,
} from './schema.js'
import type { Identities, IdentitySummary } from './service.js'

type Id = { id: string }
/** What identifies a person stays in no cache. */
const unkept = { 'cache-control': 'no-store' }
const tag = 'identities'
const needId = 'n-01k8f3q2t8x7m4c9e2p0'
const releaseId = 'ir-01k8f3q2t8x7m4c9e2p0'
const newestFirst = { field: 'createdAt', direction: 'desc' } as const

export function identityRoutes(identities: Identities, approvals: Approvals): Route[] {
  return [
    summaryRoute(identities),
    putRoute(identities),
    requestRoute(identities, approvals),
    readRoute(identities),
    listRoute(approvals),
    decisionRoute(
      approvals,
      'approve',
      { zh: '批准查看身份信息', en: 'Approve that a person is shown' },
      true,
    ),
    decisionRoute(
      approvals,
      'refuse',
      { zh: '拒绝查看身份信息', en: 'Refuse that a person is shown' },
      false,
    ),
    reviewRoute(approvals),
  ]
}

function summaryRoute(identities: Identities): Route {
  return route<Id, unknown, unknown>(
    {
      method: 'get',
      path: '/needs/{id}/identity/summary',
      operationId: 'getIdentitySummary',
      summary: {
        zh: '是否存有身份信息，查看须何手续',
        en: 'Whether the person is known, and what showing them asks for',
      },
      permission: 'identities.read',
      tag,
      params: idParams,
      answers: {
        200: { description: { zh: '不含身份信息', en: 'Nothing of the person' }, schema: identitySummary },
      },
      example: { params: { id: needId } },
    },
    async ({ params, actor }) => answerWith(await identities.summary(params.id, actor)),
  )
}

function putRoute(identities: Identities): Route {
  return route<Id, unknown, PersonalData>(
    {
      method: 'put',
      path: '/needs/{id}/identity',
      operationId: 'putIdentity',
      summary: { zh: '登记当事人身份信息', en: 'Say who the person behind a need is' },
      description: {
        zh: '加密存放，替换先前登记的内容；答复中不含身份信息。If-Match 为 summary 的版本，尚未登记时为 "0"。',
        en: 'Encrypted; replaces what was said before. The answer holds nothing of it. If-Match names the revision of the summary, "0" while nothing is kept.',
      },
      permission: 'identities.write',
      tag,
      params: idParams,
      body: person,
      ifMatch: true,
      answers: { 200: { description: { zh: '已登记', en: 'Kept' }, schema: identitySummary } },
      example: {
        params: { id: needId },
        body: {
          name: '何秀兰',
          phone: '13800138012',
          address: '怡翠花园3栋2单元801',
          birthDate: '1941-11-05',
        },
      },
    },
    async ({ params, body, ifMatch, actor }) =>
      answerWith(await identities.put(params.id, ifMatch, body, actor)),
  )
}

function requestRoute(identities: Identities, approvals: Approvals): Route {
  return route<Id, unknown, { purpose: string; emergency: boolean }>(
    {
      method: 'post',
      path: '/needs/{id}/identity/releases',
      operationId: 'requestRelease',
      summary: { zh: '申请查看身份信息', en: 'Ask to be shown the person' },
      permission: 'identities.read',
      tag,
      params: idParams,
      body: releaseBody,
      idempotent: async (id) => ({ status: 201, ...(await approvals.getRaw(id)) }),
      answers: {
        201: {
          description: { zh: '已批准，或待另一人批准', en: 'Granted, or waiting for a second person' },
          schema: releaseRecord,
        },
      },
      example: {
        params: { id: needId },
        body: { purpose: '电话无人接听，须立即上门确认安全', emergency: true },
      },
    },
    async ({ params, body, actor }) => ({
      status: 201,
      ...answerWith(await identities.request(params.id, requested(body), actor)),
    }),
  )
}

function readRoute(identities: Identities): Route {
  return route<Id, unknown, unknown>(
    {
      method: 'get',
      path: '/needs/{id}/identity',
      operationId: 'readIdentity',
      summary: { zh: '查看身份信息', en: 'Be shown the person' },
      description: {
        zh: '须有有效的查看许可；每次查看都记入审计。',
        en: 'Asks for a release that is good now; every reading goes into the audit trail.',
      },
      permission: 'identities.read',
      tag,
      params: idParams,
      answers: { 200: { description: { zh: '身份信息', en: 'The person' }, schema: shownIdentity } },
      example: { params: { id: needId } },
    },
    async ({ params, actor }) => ({ body: await identities.read(params.id, actor), headers: unkept }),
  )
}

function listRoute(approvals: Approvals): Route {
  return route<unknown, ReleaseListQuery, unknown>(
    {
      method: 'get',
      path: '/identity-releases',
      operationId: 'listReleases',
      summary: { zh: '查看申请一览', en: 'List who asked to be shown a person' },
      permission: 'identities.approve',
      tag,
      query: releaseQuery,
      answers: { 200: { description: { zh: '一页', en: 'One page' }, schema: releasePage } },
      example: { query: { waiting: 'approval' } },
    },
    async ({ query, actor }) => {
      const { waiting, limit } = query
      const filters = waiting === undefined ? {} : { waiting }
      const items = await approvals.list(filters, pageOptions(query, newestFirst), actor)
      return pageAnswer({ items, limit, sort: newestFirst })
    },
  )
}

function decisionRoute(approvals: Approvals, action: string, summary: Text2, grants: boolean): Route {
  return releaseAction<{ reason: string }>({
    approvals,
    action,
    summary,
    permission: 'identities.approve',
    body: decisionBody,
    example: { reason: '已核实用途' },
    run: (id, revision, { reason }, actor) => approvals.decide(id, revision, grants, reason, actor),
  })
}

function reviewRoute(approvals: Approvals): Route {
  return releaseAction<{ isJustified: boolean; reason: string }>({
    approvals,
    action: 'review',
    summary: { zh: '复核紧急查看', en: 'Review an emergency' },
    permission: 'identities.review',
    body: reviewBody,
    example: { isJustified: true, reason: '当时确有生命危险' },
    run: (id, revision, { isJustified, reason }, actor) =>
      approvals.review(id, revision, isJustified, reason, actor),
  })
}

function releaseAction<Body>(spec: {
  approvals: Approvals
  action: string
  summary: Text2
  permission: string
  body: Joi.ObjectSchema<Body>
  example: Body
  run(id: string, revision: number, body: Body, actor: Actor): Promise<Release>
}): Route {
  const { approvals, action, summary, permission, body, example, run } = spec
  return route<Id, unknown, Body>(
    {
      method: 'post',
      path: `/identity-releases/{id}/${action}`,
      operationId: `${action}Release`,
      summary,
      permission,
      tag,
      params: idParams,
      body,
      ifMatch: true,
      idempotent: (id) => approvals.getRaw(id),
      answers: { 200: { description: { zh: '现在的内容', en: 'As it is now' }, schema: releaseRecord } },
      example: { params: { id: releaseId }, body: example },
    },
    async (input) => answerWith(await run(input.params.id, input.ifMatch, input.body, input.actor)),
  )
}

function answerWith(body: Release | IdentitySummary): Answer {
  return { body, revision: body.revision }
}
