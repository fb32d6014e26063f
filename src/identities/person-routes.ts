import { type Route, route } from '../platform/http/route.js'
import { idParams } from '../platform/records/index.js'
import type { Consents } from './consent-service.js'
import type { ConsentDraft } from './consents.js'
import type { PersonQuery, Persons } from './persons.js'
import {
  consentDraft,
  consentList,
  consentRecord,
  decisionBody,
  personErased,
  personExport,
  personQuery,
} from './schema.js'

type Id = { id: string }
const tag = 'identities'
const needId = 'n-01k8f3q2t8x7m4c9e2p0'
const consentId = 'cs-01k8f3q2t8x7m4c9e2p0'

/** What the person behind a need has a say in: consents, a copy of the data, its erasure. */
export function personRoutes(consents: Consents, persons: Persons): Route[] {
  return [
    recordRoute(consents),
    listRoute(consents),
    withdrawRoute(consents),
    exportRoute(persons),
    eraseRoute(persons),
  ]
}

function recordRoute(consents: Consents): Route {
  return route<Id, unknown, ConsentDraft>(
    {
      method: 'post',
      path: '/needs/{id}/consents',
      operationId: 'recordConsent',
      summary: { zh: '登记本人或监护人的同意', en: 'Record that the person or guardian consents' },
      permission: 'identities.write',
      tag,
      params: idParams,
      body: consentDraft,
      idempotent: async (id) => ({ status: 201, ...(await consents.getRaw(id)) }),
      answers: { 201: { description: { zh: '已登记', en: 'Recorded' }, schema: consentRecord } },
      example: {
        params: { id: needId },
        body: {
          by: 'self',
          form: 'oral',
          purpose: '由承接机构上门探访',
          givenOn: '2026-11-20',
          witness: '网格员',
        },
      },
    },
    async ({ params, body, actor }) => {
      const consent = await consents.record(params.id, body, actor)
      return { status: 201, body: consent, revision: consent.revision }
    },
  )
}

function listRoute(consents: Consents): Route {
  return route<Id, unknown, unknown>(
    {
      method: 'get',
      path: '/needs/{id}/consents',
      operationId: 'listConsents',
      summary: { zh: '需求的同意记录', en: 'List the consents of a need' },
      permission: 'identities.read',
      tag,
      params: idParams,
      answers: { 200: { description: { zh: '同意记录', en: 'The consents' }, schema: consentList } },
      example: { params: { id: needId } },
    },
    async ({ params, actor }) => ({ body: { items: await consents.list(params.id, actor) } }),
  )
}

function withdrawRoute(consents: Consents): Route {
  return route<Id, unknown, { reason: string }>(
    {
      method: 'post',
      path: '/consents/{id}/withdraw',
      operationId: 'withdrawConsent',
      summary: { zh: '撤回同意', en: 'Withdraw a consent' },
      permission: 'identities.write',
      tag,
      params: idParams,
      body: decisionBody,
      ifMatch: true,
      idempotent: (id) => consents.getRaw(id),
      answers: { 200: { description: { zh: '现在的内容', en: 'As it is now' }, schema: consentRecord } },
      example: { params: { id: consentId }, body: { reason: '本人改变主意' } },
    },
    async ({ params, body, ifMatch, actor }) => {
      const consent = await consents.withdraw(params.id, ifMatch, body.reason, actor)
      return { body: consent, revision: consent.revision }
    },
  )
}

function exportRoute(persons: Persons): Route {
  return route<unknown, unknown, PersonQuery>(
    {
      method: 'post',
      path: '/persons/export',
      operationId: 'exportPerson',
      summary: {
        zh: '应本人请求导出其全部信息',
        en: 'Export all that is kept of one person, at their request',
      },
      permission: 'persons.requests',
      tag,
      body: personQuery,
      answers: { 200: { description: { zh: '全部信息', en: 'All of it' }, schema: personExport } },
      example: { body: { phone: '13800138012', purpose: '本人申请查阅复制' } },
    },
    async ({ body, actor }) => ({
      body: await persons.export(body, actor),
      headers: { 'cache-control': 'no-store' },
    }),
  )
}

function eraseRoute(persons: Persons): Route {
  return route<unknown, unknown, PersonQuery>(
    {
      method: 'post',
      path: '/persons/erase',
      operationId: 'erasePerson',
      summary: {
        zh: '应本人请求清除其身份信息',
        en: 'Erase who one person is from all needs, at their request',
      },
      permission: 'persons.requests',
      tag,
      body: personQuery,
      answers: { 200: { description: { zh: '已清除', en: 'Erased' }, schema: personErased } },
      example: { body: { phone: '13800138012', purpose: '本人申请删除' } },
    },
    async ({ body, actor }) => ({ body: { needIds: await persons.erase(body, actor) } }),
  )
}
