import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client.js'
import { Wide } from '../parts/wide.js'

export type IndicatorRow = Schemas['QuarterlyReport']['indicators'][number]

interface Props {
  readonly rows: readonly IndicatorRow[]
  readonly heading: string
  readonly nameOf: (group: string) => string
}

const counts = ['referrals', 'accepted', 'declined', 'unanswered', 'completed', 'failed'] as const

/** How requests were answered and what came of them. */
export function RatesTable({ rows, heading, nameOf }: Props) {
  const { t } = useTranslation()
  if (!rows.length) return <p>{t('list.empty')}</p>
  return (
    <Wide label={t('indicator.rates')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {counts.map((name) => (
              <th key={name} scope="col" className="number">
                {t(`indicator.${name}`)}
              </th>
            ))}
            {(['responseRate', 'fulfilmentRate', 'medianHours'] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {t(`indicator.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.group ?? ''}>
              <th scope="row">{nameOf(row.group ?? '')}</th>
              {counts.map((name) => (
                <td key={name} className="number">
                  {row[name]}
                </td>
              ))}
              <td className="number">{percent(row.responseRate)}</td>
              <td className="number">{percent(row.fulfilmentRate)}</td>
              <td className="number">{hoursOf(row, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** A dash where nothing came to an end yet. */
export function percent(share: number | undefined): string {
  return share === undefined ? '—' : `${Math.round(share * 100)}%`
}

function hoursOf({ medianHours }: IndicatorRow, t: TFunction): string {
  if (medianHours === undefined) return '—'
  return medianHours < 0 ? t('indicator.overFortnight') : t('indicator.within', { count: medianHours })
}
