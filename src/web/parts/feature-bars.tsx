import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'

export const featureNames = [
  'service',
  'wish',
  'affinity',
  'group',
  'otherGroup',
  'open',
  'words',
  'near',
  'mode',
  'capacity',
  'age',
  'record',
  'leadTime',
] as const

export type Features = {
  readonly [Name in (typeof featureNames)[number]]?: { readonly value: number; readonly contribution: number }
}

/** What counted, the most first: bars to the right speak for it, to the left against it. */
export function FeatureBars({ features }: { features: Features }) {
  const { t } = useTranslation()
  const rows = featureNames
    .flatMap((name) => (features[name] ? [{ name, ...features[name] }] : []))
    .filter(({ contribution }) => Math.abs(contribution) >= 0.01)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  const largest = Math.max(...rows.map(({ contribution }) => Math.abs(contribution)), 0.01)
  return (
    <table style={{ width: '100%', borderCollapse: 'collapse' }}>
      <caption className="visually-hidden">{t('pairing.details')}</caption>
      <tbody>
        {rows.map(({ name, contribution }) => (
          <tr key={name}>
            <th scope="row" style={{ textAlign: 'start', fontWeight: 400, width: '9em', padding: '2px 0' }}>
              {t(`feature.${name}`)}
            </th>
            <td>
              <Bar share={contribution / largest} />
            </td>
            <td style={{ width: '4em', textAlign: 'end' }}>
              <Typography.Text type="secondary">
                {contribution > 0 ? '+' : ''}
                {contribution.toFixed(2)}
              </Typography.Text>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ share }: { share: number }) {
  const width = `${Math.abs(share) * 50}%`
  return (
    <div aria-hidden style={{ position: 'relative', height: 10, background: '#eef1f4', borderRadius: 5 }}>
      <div
        style={{
          position: 'absolute',
          insetBlock: 0,
          width,
          borderRadius: 5,
          ...(share > 0 ? { left: '50%', background: '#0f766e' } : { right: '50%', background: '#b45309' }),
        }}
      />
    </div>
  )
}
