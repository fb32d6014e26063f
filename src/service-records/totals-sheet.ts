import type { NamesOf, Sheet } from '../platform/http/list-file.js'
import type { Language } from '../platform/http/route.js'
import type { SentRow } from '../platform/tables/index.js'
import type { Reference } from './filters.js'
import type { Grouping, TotalsQuery, TotalsRow } from './totals-query.js'
import { type Measure, measuresOf, type WorkKind, workKinds } from './work.js'
import { kindTexts, measureTexts } from './work-schema.js'

export interface TotalsSheetDeps extends Reference {
  readonly namesOf: NamesOf
}

const headers: Readonly<Record<Grouping, { readonly zh: string; readonly en: string }>> = {
  organization: { zh: '组织', en: 'organisation' },
  district: { zh: '区', en: 'district' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  branch: { zh: '服务大类', en: 'branch' },
  division: { zh: '服务中类', en: 'division' },
  category: { zh: '服务类别', en: 'category' },
  year: { zh: '年', en: 'year' },
  quarter: { zh: '季度', en: 'quarter' },
  month: { zh: '月份', en: 'month' },
}
const hours = { zh: '志愿服务时长（小时）', en: 'volunteering: hours' }

/**
 * The totals as the district reports them: a line per group, with all kinds of work side by side, each in its own unit.
 * Volunteers' time is in hours to one decimal, other time in minutes.
 */
export function totalsSheet(
  { by, from, to }: Pick<TotalsQuery, 'by' | 'from' | 'to'>,
  deps: TotalsSheetDeps,
): Sheet<TotalsRow> {
  return {
    name: `service-totals-${from}-${to}`,
    columns: (language) => [
      ...by.map((grouping) => ({ key: grouping, header: headers[grouping][language] })),
      ...workKinds.flatMap((kind) =>
        measuresOf[kind].map((measure) => ({
          key: keyOf(kind, measure),
          header: isHours(kind, measure)
            ? hours[language]
            : `${kindTexts[kind][language]}：${measureTexts[measure][language]}`,
        })),
      ),
    ],
    async rows(totals, language) {
      const ids = new Set(totals.flatMap(({ group }) => group.organization ?? []))
      return linesOf(by, totals, { ...deps, language, organizations: await deps.namesOf([...ids]) })
    },
  }
}

interface Names extends Reference {
  readonly language: Language
  readonly organizations: ReadonlyMap<string, string>
}

function linesOf(by: readonly Grouping[], rows: readonly TotalsRow[], names: Names): SentRow[] {
  const lines = new Map<string, Record<string, string | number>>()
  for (const { group, kind, figures } of rows) {
    const place = JSON.stringify(by.map((grouping) => group[grouping]))
    const line = lines.get(place) ?? labelled(by, group, names)
    for (const measure of measuresOf[kind]) {
      const count = figures[measure] ?? 0
      line[keyOf(kind, measure)] = isHours(kind, measure) ? Math.round(count / 6) / 10 : count
    }
    lines.set(place, line)
  }
  return [...lines.values()]
}

function labelled(by: readonly Grouping[], group: TotalsRow['group'], names: Names): Record<string, string> {
  return Object.fromEntries(by.map((grouping) => [grouping, labelOf(grouping, group[grouping] ?? '', names)]))
}

function labelOf(
  grouping: Grouping,
  value: string,
  { regions, taxonomy: { services }, language, organizations }: Names,
) {
  if (grouping === 'organization') return organizations.get(value) ?? value
  const term = services.has(value) ? services.term(value) : undefined
  return (regions.get(value) ?? term)?.[language] ?? value
}

function keyOf(kind: WorkKind, measure: Measure): string {
  return `${kind}.${measure}`
}

function isHours(kind: WorkKind, measure: Measure): boolean {
  return kind === 'volunteering' && measure === 'minutes'
}
