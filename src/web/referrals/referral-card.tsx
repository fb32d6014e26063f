import { MoreOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Dropdown, Flex, Typography } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/client.js'
import { useSession } from '../api/session.js'
import { DueTag, shortMoment } from '../parts/tags.js'
import { ToneTag } from '../parts/tone-tag.js'
import { act, actionsFor, formOf, type PersonAction, type Referral } from './actions.js'

/** Its calendar is large, and most who look at a list open no dialog. */
const ActionDialog = lazy(async () => ({ default: (await import('./action-dialog.js')).ActionDialog }))

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
  const unit = t(`unit.${referral.unit}`)
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
          </Flex>
          <Typography.Text type="secondary">
            {t('referral.quantity', { quantity: referral.quantity, unit })}
            {referral.delivered > 0 &&
              ` · ${t('referral.delivered', { quantity: referral.delivered, unit })}`}
            {` · ${shortMoment(referral.since, i18n.language)}`}
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

/** The next step as a button, the rest in a menu. */
export function ReferralActions({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const session = useSession()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<PersonAction>()
  const [busyWith, setBusyWith] = useState<PersonAction>()
  const [first, second, ...rest] = actionsFor(referral, session?.account.role ?? '')
  const refresh = () =>
    Promise.all(['referrals', 'needs', 'need'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  const run = async (action: PersonAction) => {
    if (formOf[action] !== 'nothing') {
      setAsking(action)
      return
    }
    setBusyWith(action)
    try {
      await act(referral, action, {})
      void message.success(t('referral.changed'))
    } catch (problem) {
      const isStale = problem instanceof Problem && problem.status === 412
      void message.error(
        isStale ? t('referral.stale') : problem instanceof Problem ? problem.message : t('problem.title'),
      )
    }
    await refresh()
    setBusyWith(undefined)
  }
  if (!first) return null
  return (
    <Flex gap={6} wrap>
      <Button type="primary" loading={busyWith === first} onClick={() => void run(first)}>
        {t(`act.${first}`)}
      </Button>
      {second && (
        <Button loading={busyWith === second} onClick={() => void run(second)}>
          {t(`act.${second}`)}
        </Button>
      )}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((action) => ({
              key: action,
              label: t(`act.${action}`),
              onClick: () => void run(action),
            })),
          }}
        >
          <Button icon={<MoreOutlined />} aria-label={t('act.more')} />
        </Dropdown>
      )}
      {asking && (
        <Suspense fallback={null}>
          <ActionDialog
            referral={referral}
            action={asking}
            onClose={() => setAsking(undefined)}
            onDone={() => {
              setAsking(undefined)
              void message.success(t('referral.changed'))
              void refresh()
            }}
          />
        </Suspense>
      )}
    </Flex>
  )
}
