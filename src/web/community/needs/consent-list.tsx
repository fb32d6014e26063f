import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf, ifMatch, type Schemas } from '../../api/client.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { ProblemAlert } from '../../parts/problem-alert.js'

const WhyDialog = lazyDialog(async () => (await import('../../parts/why-dialog.js')).WhyDialog)
const ConsentDialog = lazyDialog(async () => (await import('./consent-dialog.js')).ConsentDialog)

/** What the person, or a guardian, has agreed to. Without it nothing goes to an organisation. */
export function ConsentList({ needId }: { needId: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Schemas['Consent']>()
  const key = ['consents', needId]
  const consents = useQuery({
    queryKey: key,
    queryFn: () => bodyOf(api.GET('/needs/{id}/consents', { params: { path: { id: needId } } })),
  })
  const refresh = () => queries.invalidateQueries({ queryKey: key })
  const withdraw = async ({ id, revision }: Schemas['Consent'], reason: string) => {
    await api.POST('/consents/{id}/withdraw', {
      params: { path: { id }, header: ifMatch(revision) },
      body: { reason },
    })
    await refresh()
  }
  return (
    <div>
      <Typography.Text strong>{t('identity.consents')}</Typography.Text>
      <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
        {(consents.data?.items ?? []).map((consent) => (
          <li key={consent.id}>
            {consent.givenOn} · {t(`identity.bys.${consent.by}`)} · {t(`identity.forms.${consent.form}`)} ·{' '}
            {consent.purpose}{' '}
            {consent.withdrawnAt ? (
              <Typography.Text type="secondary">{t('identity.withdrawn')}</Typography.Text>
            ) : (
              <Button size="small" type="link" onClick={() => setWithdrawing(consent)}>
                {t('identity.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {consents.error && <ProblemAlert error={consents.error} onRetry={() => void consents.refetch()} />}
      <Button onClick={() => setOpen(true)}>{t('identity.consent')}</Button>
      {withdrawing && (
        <WhyDialog
          title={t('identity.withdraw')}
          onClose={() => setWithdrawing(undefined)}
          onGiven={(reason) => withdraw(withdrawing, reason)}
        />
      )}
      {isOpen && (
        <ConsentDialog
          needId={needId}
          onClose={() => {
            setOpen(false)
            void refresh()
          }}
        />
      )}
    </div>
  )
}
