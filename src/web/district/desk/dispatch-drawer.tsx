import { Button, Drawer, Flex, Select, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRegions } from '../../api/reference.js'
import type { Need } from '../../community/needs/list.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { ShareBar } from '../../parts/share-bar.js'
import { FitTag, UrgencyTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { useFocusReturned } from '../../parts/use-focus-returned.js'
import { Waiting } from '../../parts/waiting.js'
import { type Line, type Outcome, sharesOf, useDispatch } from './dispatch.js'

interface Props {
  readonly needs: readonly Need[]
  /** Told which needs were dispatched. */
  readonly onClose: (sent?: ReadonlySet<string>) => void
}

/** Who would get what and why, before anything is sent; then how each of them went. */
export function DispatchDrawer({ needs, onClose }: Props) {
  const { t } = useTranslation()
  const { lines, open, isSending, sent, choose, send, stop } = useDispatch(needs)
  useFocusReturned()
  const isReady = lines.every(({ isPending }) => !isPending)
  return (
    <Drawer
      open
      placement="right"
      size="min(760px, 100vw)"
      title={t('desk.previewTitle', { count: needs.length })}
      closable={!isSending}
      mask={{ closable: false }}
      onClose={() => onClose(sent)}
      footer={
        <Flex vertical gap={8}>
          {(isSending || sent.size > 0) && (
            <ShareBar
              label={t('desk.progress')}
              of={sent.size + open.length}
              covered={sent.size}
              done={sent.size}
            />
          )}
          <Flex justify="end" gap={8} wrap>
            {isSending ? (
              <Button onClick={stop}>{t('desk.stop')}</Button>
            ) : (
              <Button onClick={() => onClose(sent)}>{t('action.close')}</Button>
            )}
            <Button
              type="primary"
              disabled={!isReady || !open.length}
              loading={isSending}
              onClick={() => void send()}
            >
              {t('desk.send', { count: open.length })}
            </Button>
          </Flex>
        </Flex>
      }
    >
      <Shares lines={lines} />
      {lines.map((line) => (
        <LinePreview key={line.need.id} line={line} isLocked={isSending} onChoose={choose} />
      ))}
    </Drawer>
  )
}

function Shares({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation()
  const without = lines.filter(({ chosen, isPending }) => !chosen && !isPending).length
  return (
    <Flex gap={6} wrap aria-live="polite">
      {sharesOf(lines).map(({ title, count }) => (
        <ToneTag key={title} tone="blue">
          {t('desk.share', { title, count })}
        </ToneTag>
      ))}
      {without > 0 && <ToneTag tone="amber">{t('desk.without', { count: without })}</ToneTag>}
    </Flex>
  )
}

interface LineProps {
  readonly line: Line
  readonly isLocked: boolean
  readonly onChoose: (needId: string, offeringId: string | undefined) => void
}

function LinePreview({ line, isLocked, onChoose }: LineProps) {
  const { t, i18n } = useTranslation()
  const { nameOf } = useRegions()
  const { need, offers, chosen, outcome } = line
  return (
    <div className="district-row" data-need={need.id}>
      <Flex vertical gap={6} style={{ flex: 1, minWidth: 0 }}>
        <Flex gap={6} wrap align="center">
          <Typography.Text strong>{need.title}</Typography.Text>
          <UrgencyTag level={need.urgency.level} />
          <Typography.Text type="secondary">{nameOf(need.region)}</Typography.Text>
        </Flex>
        {line.isPending && <Waiting height={24} />}
        {line.error !== null && <ProblemAlert error={line.error} />}
        {!line.isPending && line.error === null && (
          <Select
            aria-label={t('desk.offering', { title: need.title })}
            value={chosen?.id ?? ''}
            disabled={isLocked || outcome?.kind === 'sent'}
            onChange={(id: string) => onChoose(need.id, id || undefined)}
            options={[
              ...offers.map(({ id, title, score }) => ({
                value: id,
                disabled: line.asked.has(id),
                label: `${title} · ${line.asked.has(id) ? t('desk.asked') : `${Math.round(score * 100)}%`}`,
              })),
              { value: '', label: t('desk.notSent') },
            ]}
          />
        )}
        {chosen ? (
          <Typography.Text>
            <FitTag fit={chosen.fit} /> {i18n.language === 'en' ? chosen.why.en : chosen.why.zh}
          </Typography.Text>
        ) : (
          !line.isPending && <Typography.Text type="secondary">{t('desk.noFit')}</Typography.Text>
        )}
        {outcome && <OutcomeTag outcome={outcome} />}
      </Flex>
    </div>
  )
}

function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation()
  return (
    <div role="status">
      {outcome.kind === 'sending' && <ToneTag tone="blue">{t('desk.sending')}</ToneTag>}
      {outcome.kind === 'sent' && <ToneTag tone="green">{t('desk.sent')}</ToneTag>}
      {outcome.kind === 'refused' && (
        <ToneTag tone="red">
          {t('desk.refused')} {outcome.text ?? t('problem.unreachable')}
        </ToneTag>
      )}
    </div>
  )
}
