import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/client.js'
import { useRegions } from '../../api/reference.js'

/** By how many people rates are divided and who says so, and of which regions nobody knows. */
export function Denominators({ matrix, isOpen }: { matrix: Schemas['InsightMatrix']; isOpen: boolean }) {
  const { t } = useTranslation()
  const { nameOf } = useRegions()
  const { populations } = matrix
  const known = new Set(populations.map(({ region }) => region))
  const unknown = matrix.regionTotals.flatMap(({ region }) => (region && !known.has(region) ? [region] : []))
  return (
    <details key={String(isOpen)} open={isOpen} style={{ marginTop: 12 }}>
      <summary>{t('insight.denominators')}</summary>
      <p style={{ margin: '4px 0' }}>{t('insight.rateOf')}</p>
      <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
        {populations.map(({ region, residents, year, kind, source }) => (
          <li key={region}>
            {t('insight.denominator', {
              ...{ region: nameOf(region), residents: residents.toLocaleString(), source },
              kind: t(`insight.populationKind.${kind}`),
              year: year === undefined ? '' : ` ${year}`,
            })}
          </li>
        ))}
      </ul>
      {unknown.length > 0 && (
        <p style={{ margin: '4px 0' }}>
          {t('insight.noneKnown', {
            regions: populations.length ? unknown.map(nameOf).join(t('list.comma')) : t('insight.allRest'),
          })}
        </p>
      )}
    </details>
  )
}
