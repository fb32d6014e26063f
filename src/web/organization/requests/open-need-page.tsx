import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { api, bodyOf } from '../../api/client.js'
import { usePages } from '../../api/use-pages.js'
import { NeedFacts } from '../../community/needs/need-facts.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { Waiting } from '../../parts/waiting.js'
import type { Referral } from '../../referrals/actions.js'
import { ReferralCard } from '../../referrals/referral-card.js'
import { useOwnOfferings } from '../own.js'

const ApplyDialog = lazyDialog(async () => (await import('./apply-dialog.js')).ApplyDialog)

/** An open need as far as the organisation may see it; it applies here, and sees what it has under way for it. */
export function OpenNeedPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const [isApplying, setApplying] = useState(false)
  const offerings = useOwnOfferings().items.filter(({ state }) => state === 'published')
  const own = usePages<Referral>(['referrals', { need: id }], (after) =>
    bodyOf(api.GET('/referrals', { params: { query: { need: id, ...(after ? { after } : {}) } } })),
  )
  const need = useQuery({
    queryKey: ['need', id],
    queryFn: () => bodyOf(api.GET('/needs/{id}', { params: { path: { id } } })),
  })
  if (need.error) return <ProblemAlert error={need.error} onRetry={() => void need.refetch()} />
  if (!need.data) return <Waiting />
  return (
    <Flex vertical gap={16} style={{ maxWidth: 860 }}>
      <Flex justify="space-between" align="center" wrap gap={12}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {need.data.title}
        </Typography.Title>
        <Button type="primary" disabled={!offerings.length} onClick={() => setApplying(true)}>
          {t('requests.apply')}
        </Button>
      </Flex>
      <NeedFacts need={need.data} mayDecide={false} />
      {own.items.length > 0 && (
        <Card size="small" title={t('requests.own')}>
          <Flex vertical gap={10}>
            {own.items.map((referral) => (
              <ReferralCard
                key={referral.id}
                referral={referral}
                title={
                  <Link to={`/organization/requests/${referral.id}`}>{referral.seen.offering.title}</Link>
                }
              />
            ))}
          </Flex>
        </Card>
      )}
      {isApplying && (
        <ApplyDialog need={need.data} offerings={offerings} onClose={() => setApplying(false)} />
      )}
    </Flex>
  )
}
