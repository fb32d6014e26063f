import { type NamesOf, type Sheet, type SheetColumn, sheetOf } from '../platform/http/list-file.js'
import type { Text2 } from '../platform/http/route.js'
import {
  type IndicatorGrouping,
  type IndicatorRow,
  type IndicatorsQuery,
  indicatorCounts,
} from './indicators.js'
import type { Reference } from './query.js'
import { categoryName } from './sheets.js'
import { indicatorCountWords, indicatorGroupingWords } from './words.js'

export interface IndicatorSheetDeps extends Reference {
  readonly namesOf: NamesOf
}

type Column = SheetColumn<IndicatorRow, ReadonlyMap<string, string>>

const overFortnight = { zh: '超过两周', en: 'over a fortnight' }

/** How requests were answered, a line per group; rates in per cent to one decimal. */
export function indicatorSheet(
  { by, from, to }: Pick<IndicatorsQuery, 'by' | 'from' | 'to'>,
  deps: IndicatorSheetDeps,
): Sheet<IndicatorRow> {
  return sheetOf<IndicatorRow, ReadonlyMap<string, string>>(
    `indicators-${from}-${to}`,
    [
      ...(by ? [groupColumn(by, deps)] : []),
      ...indicatorCounts.map(
        (key): Column => ({ key, header: indicatorCountWords[key], cell: (row) => row[key] }),
      ),
      rateColumn('responseRate', { zh: '响应率（%）', en: 'Response (%)' }),
      rateColumn('fulfilmentRate', { zh: '完成率（%）', en: 'Fulfilment (%)' }),
      {
        key: 'medianHours',
        header: { zh: '半数答复用时（小时）', en: 'Half answered within (hours)' },
        cell: ({ medianHours: hours }, language) =>
          hours !== undefined && hours < 0 ? overFortnight[language] : hours,
      },
    ],
    (rows) => (by === 'organization' ? deps.namesOf(rows.flatMap(({ group }) => group ?? [])) : new Map()),
  )
}

function groupColumn(by: IndicatorGrouping, { regions, taxonomy }: Reference): Column {
  return {
    key: 'group',
    header: indicatorGroupingWords[by],
    cell: ({ group = '' }, language, names) => {
      if (by === 'street') return regions.nameOf(group, language)
      if (by === 'category') return categoryName(group, language, taxonomy)
      return names.get(group) ?? group
    },
  }
}

function rateColumn(key: 'responseRate' | 'fulfilmentRate', header: Text2): Column {
  return { key, header, cell: ({ [key]: rate }) => rate && Math.round(rate * 1_000) / 10 }
}
