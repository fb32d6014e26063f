import { useTranslation } from 'react-i18next'
import { formatted, type Measure, type Scale, shades } from './measures.js'

/** Which shade means what, in words as well. */
export function Legend({ scale, measure }: { scale: Scale; measure: Measure }) {
  const { t } = useTranslation()
  const bound = (at: number) => formatted(scale.step * at, measure)
  const entries = [
    { fill: '#ffffff', words: t('insight.zero') },
    ...shades.map(({ fill }, at) => ({
      fill,
      words:
        at === shades.length - 1 ? `> ${bound(at)}` : `${at === 0 ? '>' : ''} ${bound(at)}–${bound(at + 1)}`,
    })),
    { fill: 'url(#suppressed)', words: t('insight.suppressed') },
    { fill: 'url(#none)', words: t('insight.none') },
    ...(measure === 'rate' ? [{ fill: 'url(#noPopulation)', words: t('insight.noPopulation') }] : []),
  ]
  return (
    <ul className="district-legend" aria-label={t('insight.legend')}>
      {entries.map(({ fill, words }) => (
        <li key={fill}>
          <svg width={22} height={16} aria-hidden="true">
            <rect x={0.5} y={0.5} width={21} height={15} fill={fill} stroke="#5a6475" />
          </svg>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}
