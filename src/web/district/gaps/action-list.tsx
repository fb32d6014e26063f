import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch } from '../../api/client.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { ListEnd } from '../../parts/list-end.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { type GapAction, useGapActions } from './gaps.js'
import { useGapName } from './use-gap-name.js'

const WhyDialog = lazyDialog(async () => (await import('../../parts/why-dialog.js')).WhyDialog)

/** What is being done about gaps, each with its figures before and now. */
export function ActionList({ region }: { region: string | undefined }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [closing, setClosing] = useState<GapAction>()
  const list = useGapActions(region)
  const close = async ({ id, revision }: GapAction, outcome: string) => {
    await api.POST('/insights/actions/{id}/close', {
      params: { path: { id }, header: ifMatch(revision) },
      body: { outcome },
    })
    await queries.invalidateQueries({ queryKey: ['gap-actions'] })
  }
  return (
    <div className="district-panel">
      {list.items.map((action) => (
        <ActionRow key={action.id} action={action} onClose={() => setClosing(action)} />
      ))}
      <ListEnd list={list} empty={t('gap.noActions')} />
      {closing && (
        <WhyDialog
          title={t('gap.close')}
          onGiven={(outcome) => close(closing, outcome)}
          onClose={() => setClosing(undefined)}
        />
      )}
    </div>
  )
}

const figures = ['waiting', 'unmet', 'capacity', 'medianDays'] as const

function ActionRow({ action, onClose }: { action: GapAction; onClose: () => void }) {
  const { t } = useTranslation()
  const { before, now, state, type, owner, dueOn, note, outcome } = action
  const isLate = state === 'open' && dueOn < new Date().toISOString().slice(0, 10)
  return (
    <Flex className="district-row" gap={12} wrap justify="space-between">
      <Flex vertical gap={4} style={{ flex: '1 1 260px', minWidth: 0 }}>
        <strong>{useGapName(action)}</strong>
        <Flex gap={4} wrap>
          <ToneTag tone={state === 'open' ? 'blue' : 'green'}>{t(`gap.state.${state}`)}</ToneTag>
          <ToneTag>{t(`gap.type.${type}`)}</ToneTag>
          <ToneTag tone={isLate ? 'red' : 'plain'}>{t('gap.ownedBy', { owner, day: dueOn })}</ToneTag>
        </Flex>
        {note && <span>{note}</span>}
        {outcome && <span>{t('gap.outcome', { outcome })}</span>}
        {state === 'open' && (
          <div>
            <Button size="small" onClick={onClose}>
              {t('gap.close')}
            </Button>
          </div>
        )}
      </Flex>
      <table className="plain-table" style={{ flex: '0 1 340px', width: 'auto' }}>
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {t('gap.before', { day: before.on })}
            </th>
            <th scope="col" className="number">
              {t('gap.now')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`gap.figure.${name}`)}</th>
              <td className="number">{before[name] ?? '—'}</td>
              <td className="number">{now[name] ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Flex>
  )
}
