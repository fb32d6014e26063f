import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/client.js'
import { useRegions, useTerms } from '../../api/reference.js'
import { Wide } from '../../parts/wide.js'
import { formatted, type InsightRow, type Measure, scaleOf, shownOf } from './measures.js'
import { paintOf } from './tile-map.js'

type Matrix = Schemas['InsightMatrix']

const signs = { none: '—', suppressed: '***', noPopulation: '?' } as const

/** The same figures as a table: regions by categories, each shaded as on the map, with the totals of both. */
export function MatrixTable({ matrix, measure }: { matrix: Matrix; measure: Measure }) {
  const { t } = useTranslation()
  const { nameOf } = useRegions()
  const terms = useTerms('services')
  const categories = [...new Set(matrix.rows.flatMap(({ category }) => category ?? []))]
  const regions = [...new Set(matrix.rows.flatMap(({ region }) => region ?? []))]
  const rows = new Map(matrix.rows.map((row) => [`${row.region}/${row.category}`, row]))
  const values = matrix.rows.flatMap((row) => {
    const shown = shownOf(row, measure)
    return shown.kind === 'number' ? [shown.value] : []
  })
  const scale = scaleOf(values, measure)
  const cell = (row: InsightRow | undefined, key: string, isShaded: boolean) => {
    const shown = shownOf(row, measure)
    const isNumber = shown.kind === 'number'
    const { fill, text } = isNumber && isShaded ? paintOf(shown, scale) : { fill: '#ffffff', text: '#1c2330' }
    return (
      <td key={key} className="number" style={{ background: fill, color: text }}>
        {isNumber ? (
          formatted(shown.value, measure)
        ) : (
          <abbr title={t(`insight.${shown.kind}`)}>{signs[shown.kind]}</abbr>
        )}
      </td>
    )
  }
  const totalOf = (list: readonly InsightRow[], key: 'region' | 'category', value: string) =>
    list.find((row) => row[key] === value)
  return (
    <Wide label={t('insight.matrix')}>
      <table className="plain-table">
        <caption>
          {t('insight.matrixHelp', { measure: t(`insight.measures.${measure}`) })}
          {measure === 'rate' && t('insight.matrixRate')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('district.region')}</th>
            <th scope="col" className="number">
              {t('insight.all')}
            </th>
            {categories.map((category) => (
              <th key={category} scope="col" className="number">
                {category === 'none' ? t('insight.uncategorised') : terms.nameOf(category)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <tr key={region}>
              <th scope="row">{nameOf(region)}</th>
              {cell(totalOf(matrix.regionTotals, 'region', region), 'all', false)}
              {categories.map((category) => cell(rows.get(`${region}/${category}`), category, true))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('insight.all')}</th>
            {cell(matrix.total, 'all', false)}
            {categories.map((category) =>
              cell(totalOf(matrix.categoryTotals, 'category', category), category, false),
            )}
          </tr>
        </tfoot>
      </table>
    </Wide>
  )
}
