import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../api/client.js'
import { ListEnd, wholeList } from '../parts/list-end.js'
import { ProblemAlert } from '../parts/problem-alert.js'
import { shortMoment } from '../parts/short-moment.js'
import { ToneTag } from '../parts/tone-tag.js'

/** Where the own account is signed in, and how that is ended. */
export function SessionsCard() {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => bodyOf(api.GET('/sessions')) })
  const items = sessions.data?.items ?? []
  const attempt = async (work: () => Promise<unknown>) => {
    setError(undefined)
    await work().catch(setError)
    await queries.invalidateQueries({ queryKey: ['sessions'] })
  }
  const end = (id: string) => attempt(() => api.DELETE('/sessions/{id}', { params: { path: { id } } }))
  const endOthers = () => attempt(() => api.DELETE('/sessions'))
  return (
    <Card size="small" title={t('account.sessions')}>
      {error !== undefined && <ProblemAlert error={error} />}
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
                <Button size="small" aria-label={t('account.endOf', { device })} onClick={() => void end(id)}>
                  {t('account.end')}
                </Button>
              )}
            </Flex>
          </li>
        ))}
      </ul>
      <ListEnd list={wholeList(sessions, items)} empty={t('account.noSessions')} />
      {items.length > 1 && <Button onClick={() => void endOthers()}>{t('account.endOthers')}</Button>}
    </Card>
  )
}
