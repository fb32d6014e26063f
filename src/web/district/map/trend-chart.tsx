import { useTranslation } from 'react-i18next'
import { Wide } from '../../parts/wide.js'
import type { InsightRow } from './measures.js'

const [width, height, left, bottom, top] = [440, 200, 36, 28, 14]

const lines = [
  { name: 'needs', colour: '#5a6475', dash: '6 5' },
  { name: 'unmet', colour: '#0f766e', dash: undefined },
] as const

/** Needs entered by month and what of them is unmet: two lines that differ in more than their colour, and the numbers. */
export function TrendChart({ rows }: { rows: readonly InsightRow[] }) {
  const { t } = useTranslation()
  const countOf = (row: InsightRow, name: 'needs' | 'unmet') => row[name].count ?? 0
  const most = Math.max(1, ...rows.map((row) => countOf(row, 'needs')))
  const xOf = (at: number) => left + ((width - left - 14) * at) / Math.max(1, rows.length - 1)
  const yOf = (value: number) => height - bottom - ((height - bottom - top) * value) / most
  const every = Math.ceil(rows.length / 4)
  return (
    <>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('insight.trendHelp')}
        style={{ width: '100%', maxWidth: 500, height: 'auto' }}
      >
        {[0, Math.round(most / 2), most].map((value) => (
          <g key={value}>
            <line x1={left} x2={width} y1={yOf(value)} y2={yOf(value)} stroke="#dfe4ea" />
            <text x={left - 6} y={yOf(value) + 5} textAnchor="end" fontSize={14} fill="#5a6475">
              {value}
            </text>
          </g>
        ))}
        {lines.map(({ name, colour, dash }) => (
          <polyline
            key={name}
            points={rows.map((row, at) => `${xOf(at)},${yOf(countOf(row, name))}`).join(' ')}
            fill="none"
            stroke={colour}
            strokeWidth={2.5}
            strokeDasharray={dash}
          />
        ))}
        {rows.map((row, at) =>
          at % every === 0 ? (
            <text key={row.month} x={xOf(at)} y={height - 8} textAnchor="middle" fontSize={14} fill="#5a6475">
              {row.month}
            </text>
          ) : null,
        )}
      </svg>
      <p>
        {lines.map(({ name, colour, dash }) => (
          <span key={name} style={{ marginInlineEnd: 16 }}>
            <svg width={30} height={10} aria-hidden="true">
              <line x1={0} x2={30} y1={5} y2={5} stroke={colour} strokeWidth={2.5} strokeDasharray={dash} />
            </svg>{' '}
            {t(`insight.lines.${name}`)}
          </span>
        ))}
      </p>
      <details>
        <summary>{t('insight.asTable')}</summary>
        <Wide label={t('insight.trend')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('insight.month')}</th>
                {lines.map(({ name }) => (
                  <th key={name} scope="col" className="number">
                    {t(`insight.lines.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.month}>
                  <th scope="row">{row.month}</th>
                  {lines.map(({ name }) => (
                    <td key={name} className="number">
                      {countOf(row, name)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </details>
    </>
  )
}
