import { Card, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shortMoment } from '../parts/short-moment.js'
import { DueTag } from '../parts/tags.js'
import { ToneTag } from '../parts/tone-tag.js'
import { useInUnits } from '../parts/use-in-units.js'
import type { Referral } from './actions.js'
import { ReferralActions } from './referral-actions.js'

/** One referral: where it stands, whose turn it is and until when, and what the reader may do. */
export function ReferralCard({
  referral,
  title,
  children,
}: {
  referral: Referral
  title: ReactNode
  children?: ReactNode
}) {
  const { t, i18n } = useTranslation()
  const inUnits = useInUnits()
  return (
    <Card size="small" styles={{ body: { padding: 12 } }}>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <div style={{ flex: '1 1 240px', minWidth: 0 }}>
          <Typography.Text strong>{title}</Typography.Text>
          <Flex gap={4} wrap style={{ margin: '4px 0' }}>
            <StageTag stage={referral.stage} />
            <ToneTag>{t(`how.${referral.how}`)}</ToneTag>
            {referral.owes !== 'nobody' && (
              <ToneTag>{t('referral.next', { who: t(`owes.${referral.owes}`) })}</ToneTag>
            )}
            <DueTag dueAt={referral.dueAt} />
            <LadderTag ladder={referral.ladder} />
          </Flex>
          <Typography.Text type="secondary">
            {t('referral.quantity', inUnits(referral.quantity, referral.unit))}
            {referral.delivered > 0 &&
              ` · ${t('referral.delivered', inUnits(referral.delivered, referral.unit))}`}
            {` · ${t('referral.since', { at: shortMoment(referral.since, i18n.language) })}`}
          </Typography.Text>
          {referral.reason?.note && <div>{referral.reason.note}</div>}
          {referral.remark && <div>{referral.remark.text}</div>}
          {children}
        </div>
        <ReferralActions referral={referral} />
      </Flex>
    </Card>
  )
}

/** How far up a wait has been told, and what comes next. */
function LadderTag({ ladder }: { ladder: Referral['ladder'] }) {
  const { t, i18n } = useTranslation()
  if (!ladder?.reached) return null
  const { reached, next } = ladder
  const step = t(`ladder.${reached.step}`)
  return (
    <ToneTag tone={reached.step === 'remind' ? 'amber' : 'red'}>
      {next
        ? t('ladder.after', {
            step,
            next: t(`ladder.to.${next.step}`),
            at: shortMoment(next.at, i18n.language),
          })
        : step}
    </ToneTag>
  )
}

const closedWell = new Set(['confirmed', 'provisional'])
const closedBadly = new Set(['rejected', 'expired', 'failed', 'disputed'])

export function StageTag({ stage }: { stage: Referral['stage'] }) {
  const { t } = useTranslation()
  const colour = closedWell.has(stage)
    ? 'green'
    : closedBadly.has(stage)
      ? 'red'
      : stage === 'cancelled'
        ? 'plain'
        : 'blue'
  return <ToneTag tone={colour}>{t(`stage.${stage}`)}</ToneTag>
}
