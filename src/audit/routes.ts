import Joi from 'joi'
import { sentTypes } from '../platform/http/list-file.js'
import { type PageQuery, pageAnswer, pageOptions } from '../platform/http/paging.js'
import { type Route, route } from '../platform/http/route.js'
import type { AuditEntry } from '../platform/records/index.js'
import { tableBytes } from '../platform/tables/index.js'
import type { AuditFilters } from './filters.js'
import { auditEntry, auditQuery, exportQuery } from './schema.js'
import { type AuditTrail, auditSort } from './service.js'

const permission = 'audit.read'
const columns = [
  { key: 'at', header: '时间 time' },
  { key: 'actor', header: '操作人 actor' },
  { key: 'action', header: '操作 action' },
  { key: 'kind', header: '种类 kind' },
  { key: 'subjects', header: '记录 subjects' },
  { key: 'reason', header: '原因 reason' },
  { key: 'id', header: '编号 id' },
]

export function auditRoutes(trail: AuditTrail): Route[] {
  return [listRoute(trail), exportRoute(trail)]
}

function listRoute(trail: AuditTrail): Route {
  return route<unknown, PageQuery & AuditFilters, unknown>(
    {
      method: 'get',
      path: '/audit',
      operationId: 'listAudit',
      summary: { zh: '查看审计记录', en: 'Who did what, newest first' },
      description: {
        zh: '管理员只看到账号与设置的记录。',
        en: 'An administrator sees what was done to accounts and settings only.',
      },
      permission,
      tag: 'audit',
      query: auditQuery,
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({
            items: Joi.array().items(auditEntry).required(),
            next: Joi.string().description('下一页的 after / the `after` of the next page'),
          }),
        },
      },
      example: { query: { limit: 20, kind: 'need', from: '2026-01-01' } },
    },
    async ({ query, actor }) => {
      const items = await trail.list(query, pageOptions(query, auditSort), actor)
      return pageAnswer({ items, limit: query.limit, sort: auditSort, show: shown })
    },
  )
}

function exportRoute(trail: AuditTrail): Route {
  return route<unknown, PageQuery & AuditFilters, unknown>(
    {
      method: 'get',
      path: '/audit/export',
      operationId: 'exportAudit',
      summary: { zh: '导出审计记录', en: 'The audit trail as CSV' },
      description: {
        zh: 'Excel 可直接打开。更多的行在 Link 所指的下一个文件里。',
        en: 'Opens in Excel. Where there are more rows, Link names the next file.',
      },
      permission,
      tag: 'audit',
      query: exportQuery,
      answers: {
        200: { description: { zh: '表格', en: 'Table' }, type: 'text/csv', schema: Joi.string() },
      },
      example: { query: { limit: 1_000, action: 'need.create' } },
    },
    async ({ query, actor }) => {
      const items = await trail.list(query, pageOptions(query, auditSort), actor)
      const { next } = pageAnswer({ items, limit: query.limit, sort: auditSort })
      const rows = items.slice(0, query.limit).map((entry) => ({ ...shown(entry) }))
      return {
        bytes: { type: sentTypes.csv, content: await tableBytes('csv', columns, rows) },
        headers: { 'content-disposition': 'attachment; filename="audit.csv"' },
        ...(next === undefined ? {} : { next }),
      }
    },
  )
}

function shown({ revision: _, ...entry }: AuditEntry) {
  return entry
}
