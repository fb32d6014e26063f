import { useQuery } from '@tanstack/react-query'
import { Card, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../../api/client.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { shortMoment } from '../../parts/short-moment.js'
import { Waiting } from '../../parts/waiting.js'

/** What was done to a referral, newest first. */
export function Timeline({ referralId, revision }: { referralId: string; revision: number }) {
  const { t, i18n } = useTranslation()
  const history = useQuery({
    queryKey: ['referrals', referralId, 'history', revision],
    queryFn: () => bodyOf(api.GET('/referrals/{id}/history', { params: { path: { id: referralId } } })),
  })
  const nameOf = (action: string) => {
    const key = `step.${action.replace('referral.', '')}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : action
  }
  return (
    <Card size="small" title={t('referral.history')}>
      {history.error && <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && <Waiting />}
      <ol className="timeline">
        {(history.data?.items ?? []).map(({ at, action, reason }) => (
          <li key={`${at} ${action}`}>
            {nameOf(action)}{' '}
            <Typography.Text type="secondary">{shortMoment(at, i18n.language)}</Typography.Text>
            {reason && <div>{reason}</div>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
