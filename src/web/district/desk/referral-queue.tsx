import { Alert, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRegions } from '../../api/reference.js'
import { ListEnd } from '../../parts/list-end.js'
import { UrgencyTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import type { Referral } from '../../referrals/actions.js'
import { ReferralCard } from '../../referrals/referral-card.js'
import { urgencyOf } from '../parts/urgency-select.js'
import { type QueueFilters, useQueue } from './queue.js'

interface Props {
  readonly query: Parameters<typeof useQueue>[0]
  readonly filters: QueueFilters
  readonly empty: string
}

const step = 20

/** Referrals in the order in which they are due, each with what may be done about it. */
export function ReferralQueue({ query, filters, empty }: Props) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(step)
  const queue = useQueue(query, filters)
  const list = {
    ...queue,
    hasNextPage: queue.items.length > shown,
    isFetchingNextPage: false,
    fetchNextPage: () => setShown(shown + step),
  }
  return (
    <>
      {queue.data && (
        <Typography.Paragraph type="secondary" aria-live="polite">
          {t('list.total', { count: queue.items.length })}
        </Typography.Paragraph>
      )}
      {queue.isCut && <Alert type="warning" showIcon title={t('desk.cut', { count: queue.items.length })} />}
      <Flex vertical gap={10} style={{ maxWidth: 1080 }}>
        {queue.items.slice(0, shown).map((referral) => (
          <QueuedReferral key={referral.id} referral={referral} />
        ))}
      </Flex>
      <ListEnd list={list} empty={empty} />
    </>
  )
}

function QueuedReferral({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const { nameOf } = useRegions()
  const urgency = urgencyOf(referral.urgency)
  const late = daysLate(referral)
  return (
    <ReferralCard
      referral={referral}
      title={<Link to={`/community/needs/${referral.needId}`}>{referral.seen.need.title}</Link>}
    >
      <Flex gap={4} wrap align="center" style={{ marginTop: 4 }}>
        {urgency && <UrgencyTag level={urgency} />}
        {late > 0 && <ToneTag tone="red">{t('desk.late', { count: late })}</ToneTag>}
        <Typography.Text type="secondary">
          {t('desk.fromTo', { region: nameOf(referral.region), offering: referral.seen.offering.title })}
        </Typography.Text>
      </Flex>
    </ReferralCard>
  )
}

function daysLate({ dueAt }: Referral): number {
  return dueAt ? Math.floor((Date.now() - Date.parse(dueAt)) / 86_400_000) : 0
}
