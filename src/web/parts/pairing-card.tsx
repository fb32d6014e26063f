import { Card, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FeatureBars, type Features } from './feature-bars.js'
import { FitTag } from './tags.js'

export interface ShownPairing {
  readonly id: string
  readonly title: string
  readonly score: number
  readonly fit: 'strong' | 'possible' | 'weak'
  readonly why: { readonly zh: string; readonly en: string }
  readonly features?: Features
}

/** One recommendation: what it is, how well it fits, why in a sentence, and what counted for how much. */
export function PairingCard({
  pairing,
  extra,
  action,
}: {
  pairing: ShownPairing
  extra?: ReactNode
  action?: ReactNode
}) {
  const { t, i18n } = useTranslation()
  const percent = Math.round(pairing.score * 100)
  return (
    <Card size="small" styles={{ body: { padding: 12 } }}>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Flex align="center" gap={8} wrap>
            <Typography.Text strong style={{ fontSize: 16 }}>
              {pairing.title}
            </Typography.Text>
            <FitTag fit={pairing.fit} />
          </Flex>
          {extra}
          <Typography.Paragraph style={{ margin: '4px 0 0' }}>
            {i18n.language === 'en' ? pairing.why.en : pairing.why.zh}
          </Typography.Paragraph>
          <Typography.Text type="secondary">{t('pairing.chance', { percent })}</Typography.Text>
        </div>
        {action}
      </Flex>
      {pairing.features && (
        <details style={{ marginTop: 8 }}>
          <summary>{t('pairing.details')}</summary>
          <FeatureBars features={pairing.features} />
        </details>
      )}
    </Card>
  )
}
