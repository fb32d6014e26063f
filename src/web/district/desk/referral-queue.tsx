import { Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRegions } from '../../api/reference.js'
import { ListEnd } from '../../parts/list-end.js'
import { UrgencyTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import type { Referral } from '../../referrals/actions.js'
import { ReferralCard } from '../../referrals/referral-card.js'
import { urgencyOf } from '../parts/urgency-select.js'
import { type QueueFilters, type QueueQuery, useQueue } from './queue.js'

interface Props {
  readonly query: QueueQuery
  readonly filters: QueueFilters
  readonly empty: string
}

/** Referrals in the order in which they are due, each with what may be done about it. */
export function ReferralQueue({ query, filters, empty }: Props) {
  const queue = useQueue(query, filters)
  return (
    <>
      <Flex vertical gap={10} style={{ maxWidth: 1080 }}>
        {queue.items.map((referral) => (
          <QueuedReferral key={referral.id} referral={referral} />
        ))}
      </Flex>
      <ListEnd list={queue} empty={empty} />
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
