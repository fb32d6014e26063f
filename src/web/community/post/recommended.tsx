import { Alert, Button, Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { PairingCard } from '../../parts/pairing-card.js'
import { Waiting } from '../../parts/waiting.js'
import type { Pairing, Recommended } from './reading.js'

interface Props {
  readonly found: Recommended | undefined
  readonly isAsking: boolean
  readonly busyWith: string | undefined
  readonly onRequest: (pairing: Pairing) => void
}

/** Who could serve it, before it is even saved; a plain answer where nobody can. */
export function RecommendedPanel({ found, isAsking, busyWith, onRequest }: Props) {
  const { t } = useTranslation()
  return (
    <Card size="small" title={t('community.recommend.title')} aria-live="polite" aria-busy={isAsking}>
      {!found &&
        (isAsking ? (
          <Waiting />
        ) : (
          <Typography.Text type="secondary">{t('community.reading.waiting')}</Typography.Text>
        ))}
      {found && (
        <Flex vertical gap={10}>
          {found.verdict === 'none' && (
            <Alert type="warning" showIcon title={t('community.recommend.none')} />
          )}
          {found.verdict === 'none' && found.items.length > 0 && (
            <Typography.Text type="secondary">{t('community.recommend.nearest')}</Typography.Text>
          )}
          {found.items.map((pairing) => (
            <PairingCard
              key={pairing.id}
              pairing={pairing}
              action={
                <Button
                  type={pairing === found.items[0] && found.verdict === 'matched' ? 'primary' : 'default'}
                  loading={busyWith === pairing.id}
                  disabled={busyWith !== undefined && busyWith !== pairing.id}
                  onClick={() => onRequest(pairing)}
                >
                  {t('community.recommend.request')}
                </Button>
              }
            />
          ))}
          <RuledOut excluded={found.excluded} />
        </Flex>
      )}
    </Card>
  )
}

function RuledOut({ excluded }: { excluded: Recommended['excluded'] }) {
  const { t, i18n } = useTranslation()
  if (!excluded.length) return null
  const children = (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {excluded.map(({ id, title, reasons }) => (
        <li key={id}>
          {title}：{reasons.map((reason) => (i18n.language === 'en' ? reason.en : reason.zh)).join('；')}
        </li>
      ))}
    </ul>
  )
  return (
    <details>
      <summary>{t('community.recommend.excluded')}</summary>
      {children}
    </details>
  )
}
