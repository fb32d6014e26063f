import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '../../api/answer.js'
import { useRegions, useTerms } from '../../api/reference.js'
import { Wide } from '../../parts/wide.js'
import type { Grouping } from './month-sheet-page.js'
import { type Measure, measuresOf, type WorkKind } from './work.js'

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
    <Wide label={t(`workKind.${kind}`)}>
      <table className="plain-table" style={{ minWidth: 140 + measures.length * 90 }}>
        <thead>
          <tr>
            <th scope="col">{t(`grouping.${by}`)}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col" className="number">
                {t(`measure.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FigureRow key={nameOf(row)} name={nameOf(row)} measures={measures} figures={row.figures} />
          ))}
        </tbody>
        <tfoot>
          <FigureRow name={t('records.sum')} measures={measures} figures={total} />
        </tfoot>
      </table>
    </Wide>
  )
}

function FigureRow(props: { name: string; measures: readonly Measure[]; figures: Row['figures'] }) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      {props.measures.map((measure) => (
        <td key={measure} className="number">
          {props.figures[measure] ?? 0}
        </td>
      ))}
    </tr>
  )
}
