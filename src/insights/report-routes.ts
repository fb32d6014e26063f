import Joi from 'joi'
import { type FormatQuery, fileAnswer, formatKey, onePage, sentTypes } from '../platform/http/list-file.js'
import { type Route, route } from '../platform/http/route.js'
import { idParams } from '../platform/records/index.js'
import { type IndicatorSheetDeps, indicatorSheet } from './indicator-sheet.js'
import { type IndicatorsDeps, type IndicatorsQuery, readIndicators } from './indicators.js'
import type { Reference } from './query.js'
import type { ReportDraft, Reports } from './report-service.js'
import * as schema from './schema.js'
import { reportSheet } from './sheets.js'

type ReportQuery = { quarter: string; region?: string; format: 'json' | 'xlsx' }

const exampleReport = 'rp-01k8f3q2t8x7m4c9e2p0'
const told = { description: { zh: '报告', en: 'The report' }, schema: schema.reportAnswer }

type ReportDeps = IndicatorsDeps & IndicatorSheetDeps

export function reportRoutes(reports: Reports, deps: ReportDeps): Route[] {
  return [
    indicatorsRoute(deps),
    reportRoute(reports, deps),
    issueRoute(reports),
    issuedRoute(reports),
    correctRoute(reports),
  ]
}

function indicatorsRoute(deps: ReportDeps): Route {
  return route<unknown, IndicatorsQuery & FormatQuery, unknown>(
    {
      method: 'get',
      tag: 'insights',
      permission: 'insights.read',
      path: '/insights/indicators',
      operationId: 'getIndicators',
      summary: {
        zh: '响应率、完成率与答复时间',
        en: 'Rates of response and fulfilment, and time to respond',
      },
      query: Joi.object<IndicatorsQuery & FormatQuery>({ ...schema.indicatorKeys, ...formatKey }),
      answers: { 200: { description: { zh: '指标', en: 'Indicators' }, schema: schema.indicatorsAnswer } },
      example: { query: { by: 'month', from: '2026-01', to: '2026-12' } },
    },
    async ({ query: { format, ...query }, actor, language }) => {
      const found = await readIndicators(query, actor, deps)
      if (format === 'json') return { body: found }
      return fileAnswer({ format, language }, indicatorSheet(query, deps), onePage(found.rows))
    },
  )
}

function reportRoute(reports: Reports, reference: Reference): Route {
  return route<unknown, ReportQuery, unknown>(
    {
      method: 'get',
      tag: 'insights',
      permission: 'insights.own',
      path: '/insights/report',
      operationId: 'getQuarterlyReport',
      summary: { zh: '季度报告', en: 'The report of a quarter' },
      description: {
        zh: '定稿前为实时数字；定稿后不再变动，更正附在其后。',
        en: 'As of now until it is issued; afterwards as it was issued, with corrections beside it.',
      },
      query: Joi.object<ReportQuery>({ ...schema.reportKeys, format: schema.sheetFormatKey }),
      answers: { 200: told },
      example: { query: { quarter: '2026-Q1' } },
    },
    async ({ query: { format, ...query }, actor, language }) => {
      const report = await reports.read(query, actor)
      if (format === 'json') return { body: report }
      const name = `report-${query.quarter}.xlsx`
      return {
        bytes: { type: sentTypes.xlsx, content: await reportSheet(report, language, reference) },
        headers: { 'content-disposition': `attachment; filename="${name}"` },
      }
    },
  )
}

function issueRoute(reports: Reports): Route {
  return route<unknown, unknown, ReportDraft>(
    {
      method: 'post',
      tag: 'insights',
      permission: 'insights.act',
      path: '/insights/reports',
      operationId: 'issueReport',
      summary: { zh: '季度报告定稿', en: 'Issue the report of a quarter that is over' },
      body: Joi.object<ReportDraft>(schema.reportDraftKeys),
      idempotent: async (id, actor) => ({ status: 201, ...(await reports.getRaw(id, actor)) }),
      answers: { 201: told },
      example: { body: { quarter: '2025-Q4', region: '440307003002', signedBy: '社会事务科' } },
    },
    async ({ body, actor }) => {
      const report = await reports.issue(body, actor)
      const { id, revision } = report.issued
      return { status: 201, body: report, revision, headers: { location: `/api/v1/insights/reports/${id}` } }
    },
  )
}

function issuedRoute(reports: Reports): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      tag: 'insights',
      permission: 'insights.own',
      path: '/insights/reports/{id}',
      operationId: 'getIssuedReport',
      summary: { zh: '读取已定稿的报告', en: 'A report that was issued' },
      params: idParams,
      answers: { 200: told },
      example: { params: { id: exampleReport } },
    },
    ({ params, actor }) => reports.getRaw(params.id, actor),
  )
}

function correctRoute(reports: Reports): Route {
  return route<{ id: string }, unknown, { note: string }>(
    {
      method: 'post',
      tag: 'insights',
      permission: 'insights.act',
      path: '/insights/reports/{id}/correct',
      operationId: 'correctReport',
      summary: { zh: '为已定稿的报告附上更正', en: 'Add a correction to a report that was issued' },
      params: idParams,
      body: Joi.object<{ note: string }>({ note: schema.correctionNote }),
      ifMatch: true,
      answers: { 200: told },
      example: { params: { id: exampleReport }, body: { note: '横岗街道漏报 6 条，已补登。' } },
    },
    async ({ params, body, ifMatch, actor }) => {
      const report = await reports.correct(params.id, ifMatch, body.note, actor)
      return { body: report, revision: report.issued.revision }
    },
  )
}
