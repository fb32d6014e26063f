import Joi from 'joi'
import { type Route, route } from '../platform/http/route.js'
import { type IndicatorsQuery, readIndicators } from './indicators.js'
import { type ReportDeps, readReport } from './report.js'
import { sheetTypes } from './routes.js'
import * as schema from './schema.js'
import { reportSheet } from './sheets.js'

type ReportQuery = { quarter: string; region?: string; format: 'json' | 'xlsx' }

export function reportRoutes(deps: ReportDeps): Route[] {
  return [indicatorsRoute(deps), reportRoute(deps)]
}

function indicatorsRoute(deps: ReportDeps): Route {
  return route<unknown, IndicatorsQuery, unknown>(
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
      query: Joi.object<IndicatorsQuery>(schema.indicatorKeys),
      answers: { 200: { description: { zh: '指标', en: 'Indicators' }, schema: schema.indicatorsAnswer } },
      example: { query: { by: 'month', from: '2026-01', to: '2026-12' } },
    },
    async ({ query, actor }) => ({ body: await readIndicators(query, actor, deps) }),
  )
}

function reportRoute(deps: ReportDeps): Route {
  return route<unknown, ReportQuery, unknown>(
    {
      method: 'get',
      tag: 'insights',
      permission: 'insights.own',
      path: '/insights/report',
      operationId: 'getQuarterlyReport',
      summary: { zh: '季度报告', en: 'The report of a quarter' },
      query: Joi.object<ReportQuery>({ ...schema.reportKeys, format: schema.sheetFormatKey }),
      answers: { 200: { description: { zh: '报告', en: 'The report' }, schema: schema.reportAnswer } },
      example: { query: { quarter: '2026-Q1' } },
    },
    async ({ query: { format, ...query }, actor, language }) => {
      const report = await readReport(query, actor, deps)
      if (format === 'json') return { body: report }
      const name = `report-${query.quarter}.xlsx`
      return {
        bytes: { type: sheetTypes.xlsx, content: await reportSheet(report, language, deps) },
        headers: { 'content-disposition': `attachment; filename="${name}"` },
      }
    },
  )
}
