import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, onceKey, Problem } from '../../api/client.js'
import { useRegions, useTerms } from '../../api/reference.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { useMessages } from '../../parts/messages.js'
import { ShareBar } from '../../parts/share-bar.js'
import { shortMoment } from '../../parts/short-moment.js'
import { shownText } from '../../parts/shown-text.js'
import { UrgencyTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { useInUnits } from '../../parts/use-in-units.js'
import type { Need } from './list.js'

const CloseNeedDialog = lazyDialog(async () => (await import('./close-need-dialog.js')).CloseNeedDialog)

/** What is asked for, and how much of it is covered. */
export function NeedFacts({ need, mayDecide }: { need: Need; mayDecide: boolean }) {
  const { t, i18n } = useTranslation()
  const regions = useRegions()
  const services = useTerms('services')
  const groups = useTerms('groups')
  const { beneficiaries, categories, modes, neededBy, urgency } = need
  const facts = [
    regions.nameOf(need.region),
    t('needs.people', { count: beneficiaries.count }),
    beneficiaries.ages && t('needs.ages', beneficiaries.ages),
    neededBy && t('needs.neededBy', { day: neededBy }),
    shortMoment(need.createdAt, i18n.language),
  ].filter(Boolean)
  return (
    <Card size="small">
      <Flex gap={4} wrap style={{ marginBottom: 8 }}>
        <UrgencyTag level={urgency.level} />
        <ToneTag tone="blue">{t(`needState.${need.state}`)}</ToneTag>
        {categories.map((id) => (
          <ToneTag key={id}>{services.nameOf(id)}</ToneTag>
        ))}
        {beneficiaries.groups.map((id) => (
          <ToneTag key={id}>{groups.nameOf(id)}</ToneTag>
        ))}
        {modes.map((mode) => (
          <ToneTag key={mode}>{t(`mode.${mode}`)}</ToneTag>
        ))}
      </Flex>
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', fontSize: 16 }}>
        {shownText(need.text, i18n.language)}
      </Typography.Paragraph>
      <Typography.Paragraph type="secondary">{facts.join(' · ')}</Typography.Paragraph>
      <Covered need={need} />
      {mayDecide && <NeedActions need={need} />}
    </Card>
  )
}

/** Done, under way, promised and open, in the need's own unit. */
function Covered({ need: { amount, progress } }: { need: Need }) {
  const { t } = useTranslation()
  const { reserved, committed, delivered } = progress ?? { reserved: 0, committed: 0, delivered: 0 }
  const covered = reserved + committed + delivered
  const inUnits = useInUnits()
  return (
    <div>
      <ShareBar label={t('needs.progress')} of={amount.value} covered={covered} done={delivered} />
      <Typography.Text type="secondary">
        {t('needs.covered', inUnits(covered, amount.unit))} ·{' '}
        {t('needs.open', inUnits(amount.value - covered, amount.unit))}
      </Typography.Text>
    </div>
  )
}

function NeedActions({ need }: { need: Need }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const message = useMessages()
  const [isClosing, setClosing] = useState(false)
  const refresh = () =>
    Promise.all(['need', 'needs'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  const withdraw = async () => {
    try {
      const params = { path: { id: need.id }, header: { ...ifMatch(need.revision), ...onceKey() } }
      await api.POST('/needs/{id}/withdraw', { params, body: {} })
    } catch (problem) {
      message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    await refresh()
  }
  if (need.state !== 'open') return null
  return (
    <Flex gap={8} style={{ marginTop: 12 }}>
      <Button onClick={() => void withdraw()}>{t('needs.withdraw')}</Button>
      <Button onClick={() => setClosing(true)}>{t('needs.close')}</Button>
      {isClosing && (
        <CloseNeedDialog
          need={need}
          onClose={() => {
            setClosing(false)
            void refresh()
          }}
        />
      )}
    </Flex>
  )
}
