import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/client.js'
import { Wide } from '../../parts/wide.js'

export type ServiceRow = Schemas['ServiceTotals']['rows'][number]
type Figures = ServiceRow['figures']

const measures: readonly (keyof Figures)[] = [
  'opened',
  'contacts',
  'closed',
  'groups',
  'sessions',
  'activities',
  'visits',
  'mediations',
  'complaints',
  'turns',
  'attendances',
]

interface Props {
  readonly rows: readonly ServiceRow[]
  readonly heading: string
  /** What a group is called; the key is the one value by which the rows were grouped. */
  readonly nameOf: (key: string) => string
}

/** What was done, in the units in which services are reported: a row for each group, a column for each unit that occurs. */
export function ServiceTotalsTable({ rows, heading, nameOf }: Props) {
  const { t } = useTranslation()
  const sums = summed(rows)
  const shown = measures.filter((measure) => sums.some(({ figures }) => figures[measure]))
  if (!sums.length) return <p>{t('list.empty')}</p>
  return (
    <Wide label={t('indicator.services')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {shown.map((measure) => (
              <th key={measure} scope="col" className="number">
                {t(`measure.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sums.map(({ key, figures }) => (
            <tr key={key}>
              <th scope="row">{nameOf(key)}</th>
              {shown.map((measure) => (
                <td key={measure} className="number">
                  {figures[measure] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** The server gives a row for each kind of work; kinds do not share units, so they fit into one. */
function summed(rows: readonly ServiceRow[]): { key: string; figures: Figures }[] {
  const sums = new Map<string, Record<string, number>>()
  for (const { group, figures } of rows) {
    const key = Object.values(group).find((value) => value !== undefined && value !== null) ?? ''
    const sum = sums.get(key) ?? {}
    sums.set(key, sum)
    for (const [measure, value] of Object.entries(figures)) sum[measure] = (sum[measure] ?? 0) + value
  }
  return [...sums].map(([key, figures]) => ({ key, figures }))
}
