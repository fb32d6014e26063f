import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf, Problem } from '../../api/client.js'
import { useSession } from '../../api/session.js'
import { useOnceKeys } from '../../api/use-once-keys.js'
import { CompareTable } from '../../parts/compare-table.js'
import { useMessages } from '../../parts/messages.js'
import { PairingCard } from '../../parts/pairing-card.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { Waiting } from '../../parts/waiting.js'
import type { Need } from './list.js'

/** Who could serve what is still open of a need; each may be asked with one click. */
export function NeedRecommendations({ need }: { need: Need }) {
  const { t } = useTranslation()
  const role = useSession()?.account.role
  const [view, setView] = useState<'list' | 'compare'>('list')
  const found = useQuery({
    queryKey: ['recommendations', need.id, need.revision],
    queryFn: () =>
      bodyOf(
        api.GET('/needs/{id}/recommendations', {
          params: { path: { id: need.id }, query: { limit: 6, explain: true } },
        }),
      ),
  })
  const asking = useAsking(need.id, role === 'committee' ? 'request' : 'dispatch')
  const items = found.data?.items ?? []
  return (
    <Card
      size="small"
      title={t('needs.recommend')}
      extra={
        <Segmented
          size="small"
          value={view}
          onChange={setView}
          options={[
            { value: 'list', label: t('needs.list') },
            { value: 'compare', label: t('needs.compare') },
          ]}
        />
      }
    >
      {found.error && <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting />}
      <Flex vertical gap={10}>
        {found.data?.verdict === 'none' && (
          <Alert type="warning" showIcon title={t('community.recommend.none')} />
        )}
        {view === 'compare' ? (
          <CompareTable pairings={items} />
        ) : (
          items.map((pairing, at) => (
            <PairingCard
              key={pairing.id}
              pairing={pairing}
              action={
                <Button
                  type={at === 0 && found.data?.verdict === 'matched' ? 'primary' : 'default'}
                  loading={asking.busyWith === pairing.id}
                  onClick={() => void asking.ask(pairing.id)}
                >
                  {t(role === 'committee' ? 'needs.request' : 'needs.dispatch')}
                </Button>
              }
            />
          ))
        )}
      </Flex>
    </Card>
  )
}

function useAsking(needId: string, how: 'request' | 'dispatch') {
  const { t } = useTranslation()
  const message = useMessages()
  const queries = useQueryClient()
  const keys = useOnceKeys()
  const [busyWith, setBusyWith] = useState<string>()
  const ask = async (offeringId: string) => {
    setBusyWith(offeringId)
    try {
      await api.POST('/needs/{id}/referrals', {
        params: { path: { id: needId }, header: keys.of(offeringId) },
        body: { how, offeringId },
      })
      keys.done()
      message.success(t('needs.requested'))
    } catch (problem) {
      message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    setBusyWith(undefined)
    await Promise.all(
      ['referrals', 'need', 'needs'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
    )
  }
  return { ask, busyWith }
}
