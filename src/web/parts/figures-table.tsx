import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client.js'
import { Wide } from './wide.js'

type Figures = Schemas['ServiceTotals']['rows'][number]['figures']
type Measure = keyof Figures

interface Props {
  readonly label: string
  /** Above what the rows are called. */
  readonly heading: string
  readonly measures: readonly Measure[]
  readonly rows: readonly { readonly key: string; readonly name: string; readonly figures: Figures }[]
  readonly sum?: { readonly name: string; readonly figures: Figures }
  readonly minWidth?: number
}

/** What was done, a row each, with a column for each of the district's units. */
export function FiguresTable({ label, heading, measures, rows, sum, minWidth }: Props) {
  const { t } = useTranslation()
  return (
    <Wide label={label}>
      <table className="plain-table" style={{ minWidth }}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col" className="number">
                {t(`measure.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, ...row }) => (
            <FigureRow key={key} {...row} measures={measures} />
          ))}
        </tbody>
        {sum && (
          <tfoot>
            <FigureRow {...sum} measures={measures} />
          </tfoot>
        )}
      </table>
    </Wide>
  )
}

function FigureRow(props: { name: string; measures: readonly Measure[]; figures: Figures }) {
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
