import type { Sheet } from '../platform/http/list-file.js'
import type { Language, Text2 } from '../platform/http/route.js'
import { type Column, type SentRow, tableBytes } from '../platform/tables/index.js'
import { causeCodes, causes } from './causes.js'
import { noCategory } from './cells.js'
import type { Reference } from './query.js'
import type { Report } from './report.js'
import type { InsightAnswer, InsightRow } from './service.js'

const headers = {
  region: { zh: '地区', en: 'region' },
  category: { zh: '服务类别', en: 'category' },
  month: { zh: '月份', en: 'month' },
  needs: { zh: '需求数', en: 'needs' },
  unmet: { zh: '未满足', en: 'unmet' },
  share: { zh: '未满足占比', en: 'unmet share' },
  waiting: { zh: '等待中', en: 'waiting' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  met: { zh: '已满足', en: 'met' },
  medianDays: { zh: '等待天数中位数', en: 'median days of waiting' },
  perTenThousand: { zh: '每万人未满足', en: 'unmet per 10,000 residents' },
  capacity: { zh: '本月空余名额', en: 'free places this month' },
  gap: { zh: '缺口', en: 'gap' },
} as const satisfies { readonly [K in keyof Required<InsightRow>]: Text2 }
const names = Object.keys(headers) as (keyof InsightRow)[]

const suppressed = { zh: '不公布', en: 'suppressed' }
const noData = { zh: '无数据', en: 'no data' }

/** An answer as a table, with names in the place of codes and a column for what occurs in it. */
export function insightSheet(
  name: string,
  { from, to, rows }: InsightAnswer,
  reference: Reference,
): Sheet<InsightRow> {
  const used = names.filter((key) => rows.some((row) => row[key] !== undefined))
  return {
    name: `${name}-${from}-${to}`,
    columns: (language) => used.map((key) => ({ key, header: headers[key][language] })),
    rows: async (items, language) => items.map((row) => lineOf(row, language, reference)),
  }
}

function lineOf(row: InsightRow, language: Language, { regions, taxonomy }: Reference): SentRow {
  const { region, category, needs, unmet, ...rest } = row
  return {
    ...rest,
    region: region === undefined ? undefined : regions.nameOf(region, language),
    category: category === undefined ? undefined : categoryName(category, language, taxonomy),
    needs: toldAs(needs, language),
    unmet: toldAs(unmet, language),
  }
}

/** @param id of a term, or `noCategory` */
export function categoryName(id: string, language: Language, { services }: Reference['taxonomy']): string {
  if (id === noCategory) return { zh: '未分类', en: 'not known' }[language]
  return services.nameOf(id, language)
}

function toldAs(cell: InsightRow['needs'], language: Language): string | number {
  if (cell.kind === 'count') return cell.count
  return cell.kind === 'suppressed' ? suppressed[language] : noData[language]
}

const parts = {
  total: { zh: '合计', en: 'total' },
  previous: { zh: '上一季度', en: 'quarter before' },
  regions: { zh: '按地区', en: 'by region' },
  categories: { zh: '按服务大类', en: 'by branch' },
  months: { zh: '按月', en: 'by month' },
  causes: { zh: '原因', en: 'cause' },
} as const satisfies Readonly<Record<string, Text2>>

/** The report in one sheet, a block of lines for each of its parts; services and gaps have sheets of their own routes. */
export function reportSheet(report: Report, language: Language, reference: Reference): Promise<Buffer> {
  const part = (name: keyof typeof parts, rows: readonly (InsightRow | undefined)[]) =>
    rows.flatMap((row) => (row ? [{ part: parts[name][language], ...lineOf(row, language, reference) }] : []))
  const lines = [
    ...part('total', [report.total]),
    ...part('previous', [report.previous]),
    ...part('regions', report.regions),
    ...part('categories', report.categories),
    ...part('months', report.months),
    ...causeCodes.flatMap((code) =>
      report.causes[code] === undefined
        ? []
        : [{ part: parts.causes[language], category: causes[code][language], unmet: report.causes[code] }],
    ),
  ]
  const columns = [
    { key: 'part', header: { zh: '部分', en: 'part' }[language] },
    ...names.map((key): Column => ({ key, header: headers[key][language] })),
  ]
  return tableBytes('xlsx', columns, lines)
}
