import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client.js'
import { FiguresTable } from '../parts/figures-table.js'

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
    <FiguresTable
      label={t('indicator.services')}
      heading={heading}
      measures={shown}
      rows={sums.map(({ key, figures }) => ({ key, name: nameOf(key), figures }))}
    />
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
