import Joi from 'joi'
import { systemActor } from '../platform/actor.js'
import { type ListQuery, listAnswer, listQuery, type Sheet } from '../platform/http/list-file.js'
import { type Answer, type Route, route } from '../platform/http/route.js'
import { idParams } from '../platform/records/index.js'
import { serviceRecordSort } from './collection.js'
import type { ServiceRecordFilters } from './filters.js'
import type { ServiceRecord, ServiceRecordChange } from './model.js'
import {
  correctionBody,
  reasonBody,
  serviceRecord,
  serviceRecordDraft,
  serviceRecordFilters,
  versionsAnswer,
} from './schema.js'
import type { ServiceRecords } from './service.js'

export const exampleServiceRecordId = 's-01k8f3q2t8x7m4c9e2p0'
const draft = {
  organizationId: 'o-01k8f3q2t8x7m4c9e2p0',
  region: '440307003000',
  category: 'elderly.home-visit',
  day: '2026-02-10',
  work: { kind: 'visit', visits: 12, persons: 9, minutes: 480 },
  notes: '节前走访，送去慰问品。',
}
/** Answers a repetition to whoever did the first, as its key says. */
const recaller = systemActor('recall')
const common = { tag: 'service-records', params: idParams }
const read = { ...common, permission: 'service-records.read' }
const write = { ...common, permission: 'service-records.write' }
const example = { params: { id: exampleServiceRecordId } }

/** @param sheet how a list of them is had as a file */
export function serviceRecordRoutes(records: ServiceRecords, sheet: Sheet<ServiceRecord>): Route[] {
  return [createRoute(records), listRoute(records, sheet), ...readRoutes(records), ...changeRoutes(records)]
}

function createRoute(records: ServiceRecords): Route {
  return route<unknown, unknown, ServiceRecordChange>(
    {
      method: 'post',
      path: '/service-records',
      operationId: 'createServiceRecord',
      summary: { zh: '填报服务记录', en: 'Report what was done' },
      tag: 'service-records',
      permission: 'service-records.write',
      body: serviceRecordDraft,
      idempotent: async (id) => entered(await records.get(id, recaller)),
      answers: { 201: { description: { zh: '已填报', en: 'Entered' }, schema: serviceRecord } },
      example: { body: draft },
    },
    async ({ body, actor }) => entered(await records.create(body, actor)),
  )
}

function listRoute(records: ServiceRecords, sheet: Sheet<ServiceRecord>): Route {
  return route<unknown, ListQuery & ServiceRecordFilters, unknown>(
    {
      method: 'get',
      path: '/service-records',
      operationId: 'listServiceRecords',
      summary: { zh: '查找服务记录', en: 'List service records' },
      description: { zh: '按服务日期由近到远逐页列出。', en: 'Page by page, latest work first.' },
      tag: 'service-records',
      permission: 'service-records.read',
      query: Joi.object<ListQuery & ServiceRecordFilters>({ ...listQuery, ...serviceRecordFilters }),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({ items: Joi.array().items(serviceRecord).required(), next: Joi.string() }),
        },
      },
      example: { query: { limit: 2 } },
    },
    ({ query, actor, language }) =>
      listAnswer({
        ...{ query, language, sheet },
        sort: serviceRecordSort,
        read: (options) => records.list(query, options, actor),
      }),
  )
}

function readRoutes(records: ServiceRecords): Route[] {
  return [
    route<{ id: string }, unknown, unknown>(
      {
        ...read,
        method: 'get',
        path: '/service-records/{id}',
        operationId: 'getServiceRecord',
        summary: { zh: '读取服务记录', en: 'Read a service record' },
        answers: { 200: { description: { zh: '现在的内容', en: 'As it is now' }, schema: serviceRecord } },
        example,
      },
      async ({ params, actor }) => answerWith(await records.get(params.id, actor)),
    ),
    route<{ id: string }, unknown, unknown>(
      {
        ...read,
        method: 'get',
        path: '/service-records/{id}/versions',
        operationId: 'listServiceRecordVersions',
        summary: { zh: '读取更正历史', en: 'Read the states before' },
        description: {
          zh: '由近到远；已删除的记录也可读取。',
          en: 'Newest first; of a record that was removed, too.',
        },
        answers: {
          200: { description: { zh: '以前的内容', en: 'The states before' }, schema: versionsAnswer },
        },
        example,
      },
      async ({ params, actor }) => ({ body: { items: await records.versions(params.id, actor) } }),
    ),
  ]
}

function changeRoutes(records: ServiceRecords): Route[] {
  return [
    route<{ id: string }, unknown, { record: ServiceRecordChange; reason: string }>(
      {
        ...write,
        method: 'post',
        path: '/service-records/{id}/correct',
        operationId: 'correctServiceRecord',
        summary: { zh: '更正服务记录', en: 'Correct a service record' },
        description: { zh: '原内容保留在历史中。', en: 'The state before is kept.' },
        body: correctionBody,
        ifMatch: true,
        idempotent: async (id) => answerWith(await records.get(id, recaller)),
        answers: { 200: { description: { zh: '更正后', en: 'As it is now' }, schema: serviceRecord } },
        example: { ...example, body: { record: draft, reason: '漏记两次探访' } },
      },
      async ({ params, ifMatch, body, actor }) =>
        answerWith(await records.correct(params.id, ifMatch, body.record, body.reason, actor)),
    ),
    route<{ id: string }, unknown, { reason: string }>(
      {
        ...write,
        method: 'post',
        path: '/service-records/{id}/remove',
        operationId: 'removeServiceRecord',
        summary: { zh: '删除填错的服务记录', en: 'Remove a record that was entered by mistake' },
        body: reasonBody,
        ifMatch: true,
        answers: { 204: { description: { zh: '已删除', en: 'Removed' } } },
        example: { ...example, body: { reason: '重复填报' } },
      },
      async ({ params, ifMatch, body, actor }) => {
        await records.remove(params.id, ifMatch, body.reason, actor)
        return {}
      },
    ),
  ]
}

function entered(record: ServiceRecord): Answer {
  return {
    status: 201,
    headers: { location: `/api/v1/service-records/${record.id}` },
    ...answerWith(record),
  }
}

export function answerWith(record: { readonly revision: number }): Answer {
  return { body: record, revision: record.revision }
}
