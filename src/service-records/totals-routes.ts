import Joi from 'joi'
import { type FormatQuery, fileAnswer, formatKey, onePage } from '../platform/http/list-file.js'
import { type Route, route } from '../platform/http/route.js'
import { totalsAnswer, totalsKeys } from './schema.js'
import type { TotalsQuery } from './totals-query.js'
import type { ServiceTotals } from './totals-service.js'
import { type TotalsSheetDeps, totalsSheet } from './totals-sheet.js'

export interface TotalsRoutesDeps extends TotalsSheetDeps {
  readonly totals: ServiceTotals
}

export function serviceTotalRoutes({ totals, ...deps }: TotalsRoutesDeps): Route[] {
  return [
    route<unknown, TotalsQuery & FormatQuery, unknown>(
      {
        method: 'get',
        path: '/service-totals',
        operationId: 'getServiceTotals',
        summary: { zh: '服务量统计', en: 'Totals of what was done' },
        description: {
          zh: '人次与人数分开统计；人数只在一条记录内去重，各条相加后不是不重复人数。',
          en: 'Attendances and persons are apart; persons are distinct within a record only, so that their sum counts some twice.',
        },
        tag: 'service-totals',
        permission: 'service-totals.read',
        query: Joi.object<TotalsQuery & FormatQuery>({ ...totalsKeys, ...formatKey }),
        answers: { 200: { description: { zh: '统计', en: 'The totals' }, schema: totalsAnswer } },
        example: { query: { by: 'street', from: '2026-01', to: '2026-12' } },
      },
      async ({ query: { format, ...query }, actor, language }) => {
        const found = await totals.read(query, actor)
        if (format === 'json') return { body: found }
        return fileAnswer({ format, language }, totalsSheet(query, deps), onePage(found.rows))
      },
    ),
  ]
}
