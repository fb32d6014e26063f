import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../../api/client.js'
import { useSettled } from '../../api/use-settled.js'
import { PairingCard } from '../../parts/pairing-card.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { Waiting } from '../../parts/waiting.js'
import { type Draft, sketchOf } from './draft.js'

/** The server takes no shorter description. */
const fewest = 4

/** Which open needs the offering would fit, asked while it is written. */
export function PreviewPanel({ draft }: { draft: Draft }) {
  const { t } = useTranslation()
  const written = JSON.stringify(sketchOf(draft))
  const sketch = JSON.parse(useSettled(written)) as ReturnType<typeof sketchOf>
  const enabled = sketch.description.length >= fewest
  const found = useQuery({
    queryKey: ['offering-preview', sketch],
    queryFn: () => bodyOf(api.POST('/offerings/preview', { body: { ...sketch, limit: 8, explain: true } })),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const answer = enabled ? found.data : undefined
  const fitting = answer?.items.filter(({ fit }) => fit !== 'weak') ?? []
  return (
    <Card size="small" title={t('offerings.preview')} aria-live="polite" aria-busy={found.isFetching}>
      <Flex vertical gap={10}>
        {!enabled && <Typography.Text type="secondary">{t('offerings.previewWaiting')}</Typography.Text>}
        {enabled && found.error && <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
        {enabled && found.isPending && <Waiting />}
        {answer && fitting.length > 0 && (
          <Typography.Text>{t('offerings.fits', { count: fitting.length })}</Typography.Text>
        )}
        {answer && fitting.length === 0 && (
          <Alert
            type="info"
            showIcon
            title={t(answer.items.length ? 'offerings.onlyNear' : 'offerings.fitsNone')}
          />
        )}
        {(fitting.length ? fitting : (answer?.items.slice(0, 3) ?? [])).map((pairing) => (
          <PairingCard key={pairing.id} pairing={pairing} />
        ))}
      </Flex>
    </Card>
  )
}
