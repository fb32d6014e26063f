import Joi from 'joi'
import { type FormatQuery, fileAnswer, formatKey, onePage } from '../platform/http/list-file.js'
import type { Language } from '../platform/http/route.js'
import { type Answer, type Route, route } from '../platform/http/route.js'
import { type Boundaries, featureCollection } from './geojson.js'
import type { InsightFilters, Reference, Split } from './query.js'
import * as schema from './schema.js'
import type { InsightAnswer, Insights, InsightsQuery } from './service.js'
import { insightSheet } from './sheets.js'
import type { Tile } from './tiles.js'

export interface InsightRoutesDeps extends Reference {
  readonly insights: Insights
  readonly tiles: readonly Tile[]
  readonly boundaries: Boundaries | undefined
}

type HeatmapQuery = InsightsQuery & { readonly format: FormatQuery['format'] | 'geojson' }

const common = { method: 'get', tag: 'insights', permission: 'insights.read' } as const
const example = { from: '2026-01', to: '2026-03', by: 'street' }

const told = {
  zh: '本辖区给出全部数字；其他地区只给出全区按街道的合计，且仅限已结束的季度，过小的数字不公布。',
  en: 'All numbers of your own region; of others the district’s sums by street, of quarters that are over, small numbers kept back.',
}

export function insightRoutes(deps: InsightRoutesDeps): Route[] {
  return [heatmapRoute(deps), matrixRoute(deps), trendRoute(deps), causesRoute(deps), tilesRoute(deps)]
}

function heatmapRoute(deps: InsightRoutesDeps): Route {
  return route<unknown, HeatmapQuery, unknown>(
    {
      ...common,
      path: '/insights/heatmap',
      operationId: 'getHeatmap',
      summary: { zh: '未满足需求热力图', en: 'Unmet needs by region' },
      description: told,
      query: Joi.object<HeatmapQuery>({
        ...schema.filterKeys,
        by: schema.byKey,
        categories: schema.categoriesKey,
        months: schema.monthsKey,
        format: formatKey.format.valid('geojson'),
      }),
      answers: { 200: { description: { zh: '各地区', en: 'By region' }, schema: schema.insightAnswer } },
      example: { query: example },
    },
    async ({ query: { format, ...query }, actor, language }) => {
      const answer = await deps.insights.heatmap(query, actor)
      if (format === 'geojson') return { body: featureCollection(answer.rows, deps.boundaries, deps.tiles) }
      return answerAs({ format, language }, answer, 'heatmap', deps)
    },
  )
}

function matrixRoute(deps: InsightRoutesDeps): Route {
  type Query = InsightsQuery & FormatQuery
  return route<unknown, Query, unknown>(
    {
      ...common,
      path: '/insights/matrix',
      operationId: 'getInsightMatrix',
      summary: { zh: '地区与服务类别对照', en: 'Regions by categories' },
      description: told,
      query: Joi.object<Query>({
        ...schema.filterKeys,
        by: schema.byKey,
        categories: schema.categoriesKey,
        ...formatKey,
      }),
      answers: { 200: { description: { zh: '对照表', en: 'The matrix' }, schema: schema.matrixAnswer } },
      example: { query: { ...example, categories: 'branch' } },
    },
    async ({ query: { format, ...query }, actor, language }) =>
      answerAs({ format, language }, await deps.insights.matrix(query, actor), 'matrix', deps),
  )
}

function trendRoute(deps: InsightRoutesDeps): Route {
  type Query = InsightFilters & FormatQuery
  return route<unknown, Query, unknown>(
    {
      ...common,
      path: '/insights/trend',
      operationId: 'getInsightTrend',
      summary: { zh: '逐月走势', en: 'Month by month' },
      permission: 'insights.own',
      query: Joi.object<Query>({
        ...schema.filterKeys,
        ...formatKey,
      }),
      answers: { 200: { description: { zh: '各月', en: 'By month' }, schema: schema.insightAnswer } },
      example: { query: { from: '2026-01', to: '2026-03' } },
    },
    async ({ query: { format, ...query }, actor, language }) =>
      answerAs({ format, language }, await deps.insights.trend(query, actor), 'trend', deps),
  )
}

function causesRoute({ insights }: InsightRoutesDeps): Route {
  return route<unknown, InsightFilters & Pick<Split, 'by'>, unknown>(
    {
      ...common,
      path: '/insights/causes',
      operationId: 'getInsightCauses',
      summary: { zh: '未满足的原因', en: 'Why needs are unmet' },
      permission: 'insights.own',
      query: Joi.object<InsightFilters & Pick<Split, 'by'>>({ ...schema.filterKeys, by: schema.byKey }),
      answers: { 200: { description: { zh: '各原因', en: 'By cause' }, schema: schema.causesAnswer } },
      example: { query: { from: '2026-01', to: '2026-03' } },
    },
    async ({ query, actor }) => ({ body: await insights.causes(query, actor) }),
  )
}

function tilesRoute({ tiles, boundaries }: InsightRoutesDeps): Route {
  const json = JSON.stringify({ tiles, hasBoundaries: boundaries !== undefined })
  return route(
    {
      ...common,
      path: '/insights/tiles',
      operationId: 'getTiles',
      summary: { zh: '街道和社区的方格示意图', en: 'The tile map of streets and communities' },
      answers: { 200: { description: { zh: '方格', en: 'The tiles' }, schema: schema.tilesAnswer } },
      example: {},
    },
    () => ({ json }),
  )
}

function answerAs(
  { format, language }: FormatQuery & { readonly language: Language },
  answer: InsightAnswer,
  name: string,
  reference: Reference,
): Answer | Promise<Answer> {
  if (format === 'json') return { body: answer }
  return fileAnswer({ format, language }, insightSheet(name, answer, reference), onePage(answer.rows))
}
