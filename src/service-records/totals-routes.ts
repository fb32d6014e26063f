import Joi from 'joi'
import { sentTypes } from '../platform/http/list-file.js'
import { type Route, route } from '../platform/http/route.js'
import type { Reference } from './filters.js'
import { monthSheet, type SheetFormat, sheetFormats } from './month-sheet.js'
import { totalsAnswer, totalsKeys } from './schema.js'
import type { TotalsQuery, TotalsRow } from './totals-query.js'
import type { ServiceTotals } from './totals-service.js'

export interface TotalsRoutesDeps extends Reference {
  readonly totals: ServiceTotals
  /** Names of organisations, at most 1,000 ids at once. */
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

const example = { query: { by: 'street', from: '2026-01', to: '2026-12' } }
const common = { method: 'get', tag: 'service-totals', permission: 'service-totals.read' } as const

export function serviceTotalRoutes({ totals, namesOf, regions, taxonomy }: TotalsRoutesDeps): Route[] {
  return [
    route<unknown, TotalsQuery, unknown>(
      {
        ...common,
        path: '/service-totals',
        operationId: 'getServiceTotals',
        summary: { zh: '服务量统计', en: 'Totals of what was done' },
        description: {
          zh: '人次与人数分开统计；人数只在一条记录内去重，各条相加后不是不重复人数。',
          en: 'Attendances and persons are apart; persons are distinct within a record only, so that their sum counts some twice.',
        },
        query: Joi.object<TotalsQuery>(totalsKeys),
        answers: { 200: { description: { zh: '统计', en: 'The totals' }, schema: totalsAnswer } },
        example,
      },
      async ({ query, actor }) => ({ body: await totals.read(query, actor) }),
    ),
    route<unknown, TotalsQuery & { format: SheetFormat }, unknown>(
      {
        ...common,
        path: '/service-totals/sheet',
        operationId: 'getServiceTotalsSheet',
        summary: { zh: '导出服务量统计表', en: 'Totals as a spreadsheet' },
        query: Joi.object<TotalsQuery & { format: SheetFormat }>({
          ...totalsKeys,
          format: Joi.string()
            .valid(...sheetFormats)
            .default('xlsx')
            .description('文件格式 / format of the file')
            .example('csv'),
        }),
        answers: { 200: { description: { zh: '文件', en: 'The file' }, type: '*/*', schema: Joi.any() } },
        example: { query: { ...example.query, format: 'csv' } },
      },
      async ({ query, actor, language }) => {
        const { by, from, to, format } = query
        const { rows } = await totals.read(query, actor)
        const names = {
          regions,
          services: taxonomy.services,
          language,
          organizations: await namesIn(rows, namesOf),
        }
        const name = `service-totals-${from}-${to}.${format}`
        return {
          bytes: { type: sentTypes[format], content: await monthSheet(format, by, rows, names) },
          headers: { 'content-disposition': `attachment; filename="${name}"` },
        }
      },
    ),
  ]
}

async function namesIn(rows: readonly TotalsRow[], namesOf: TotalsRoutesDeps['namesOf']) {
  const ids = [...new Set(rows.flatMap(({ group }) => group.organization ?? []))]
  const names = new Map<string, string>()
  for (let from = 0; from < ids.length; from += 1_000) {
    for (const [id, name] of await namesOf(ids.slice(from, from + 1_000))) names.set(id, name)
  }
  return names
}
