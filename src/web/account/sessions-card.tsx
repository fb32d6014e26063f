import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../api/client.js'
import { ProblemAlert } from '../parts/problem-alert.js'
import { shortMoment } from '../parts/tags.js'
import { ToneTag } from '../parts/tone-tag.js'

export function SessionsCard() {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => bodyOf(api.GET('/sessions')) })
  const items = sessions.data?.items ?? []
  const refresh = () => queries.invalidateQueries({ queryKey: ['sessions'] })
  const end = async (id: string) => {
    await api.DELETE('/sessions/{id}', { params: { path: { id } } })
    await refresh()
  }
  const endOthers = async () => {
    await api.DELETE('/sessions')
    await refresh()
  }
  return (
    <Card size="small" title={t('account.sessions')}>
      {sessions.error && <ProblemAlert error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {items.map(({ id, device, lastSeenAt, isThis }) => (
          <li key={id} style={{ padding: '6px 0' }}>
            <Flex justify="space-between" align="center" gap={8} wrap>
              <span>
                {device} {isThis && <ToneTag tone="green">{t('account.thisOne')}</ToneTag>}
                <Typography.Text type="secondary">
                  {' '}
                  {t('account.lastSeen', { at: shortMoment(lastSeenAt, i18n.language) })}
                </Typography.Text>
              </span>
              {!isThis && (
                <Button size="small" onClick={() => void end(id)}>
                  {t('account.end')}
                </Button>
              )}
            </Flex>
          </li>
        ))}
      </ul>
      {items.length > 1 && <Button onClick={() => void endOthers()}>{t('account.endOthers')}</Button>}
    </Card>
  )
}
