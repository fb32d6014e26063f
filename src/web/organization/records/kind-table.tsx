import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '../../api/answer.js'
import { useRegions, useTerms } from '../../api/reference.js'
import { FiguresTable } from '../../parts/figures-table.js'
import type { Grouping } from './month-sheet-page.js'
import { measuresOf, type WorkKind } from './work.js'

type Row = AnswerOf<'/service-totals', 'get'>['rows'][number]

/** The figures of one kind of work, a column each in the district's units, with their sum. */
export function KindTable(props: {
  readonly kind: WorkKind
  readonly by: Grouping
  readonly rows: readonly Row[]
  readonly total: Row['figures']
}) {
  const { t } = useTranslation()
  const regions = useRegions()
  const services = useTerms('services')
  const { kind, by, rows, total } = props
  const nameOf = (row: Row): string => {
    const value = row.group[by]
    if (value === null || value === undefined) return '—'
    return by === 'category' ? services.nameOf(value) : by === 'month' ? value : regions.nameOf(value)
  }
  const measures = measuresOf[kind]
  return (
    <FiguresTable
      label={t(`workKind.${kind}`)}
      heading={t(`grouping.${by}`)}
      measures={measures}
      rows={rows.map((row) => ({ key: nameOf(row), name: nameOf(row), figures: row.figures }))}
      sum={{ name: t('records.sum'), figures: total }}
      minWidth={140 + measures.length * 90}
    />
  )
}
