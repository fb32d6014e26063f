import { useTranslation } from 'react-i18next'
import { featureNames } from './feature-bars.js'
import type { ShownPairing } from './pairing-card.js'
import { FitTag } from './tags.js'
import { Wide } from './wide.js'

/** Recommendations side by side: a row for each thing that counted, the strongest shade for the most. */
export function CompareTable({ pairings }: { pairings: readonly ShownPairing[] }) {
  const { t } = useTranslation()
  const rows = featureNames.filter((name) =>
    pairings.some(({ features }) => Math.abs(features?.[name]?.contribution ?? 0) >= 0.01),
  )
  return (
    <Wide label={t('needs.compare')}>
      <table style={{ borderCollapse: 'collapse', width: '100%', minWidth: 480 }}>
        <thead>
          <tr>
            <td />
            {pairings.map(({ id, title, fit, score }) => (
              <th key={id} scope="col" style={{ padding: 6, textAlign: 'start', verticalAlign: 'bottom' }}>
                {title}
                <div>
                  <FitTag fit={fit} /> {Math.round(score * 100)}%
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name) => (
            <tr key={name}>
              <th
                scope="row"
                style={{ padding: 6, textAlign: 'start', fontWeight: 400, whiteSpace: 'nowrap' }}
              >
                {t(`feature.${name}`)}
              </th>
              {pairings.map(({ id, features }) => (
                <Cell key={id} value={features?.[name]?.contribution ?? 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** A contribution of so much is as strong as any gets. */
const strongest = 3

function Cell({ value }: { value: number }) {
  const share = Math.min(1, Math.abs(value) / strongest)
  const colour = value >= 0 ? `rgb(15 118 110 / ${share * 0.35})` : `rgb(180 83 9 / ${share * 0.35})`
  return (
    <td style={{ padding: 6, background: colour }}>
      {value > 0 ? '+' : ''}
      {value.toFixed(2)}
    </td>
  )
}
