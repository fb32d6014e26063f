import { Button, Flex, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFilters } from '../../api/use-filters.js'
import { ListEnd } from '../../parts/list-end.js'
import { ListTools } from '../../parts/list-tools.js'
import { ToneTag } from '../../parts/tone-tag.js'
import '../district.css'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { PageHead } from '../../parts/page-head.js'
import { TermSelect } from '../../parts/term-select.js'
import { CauseList } from '../parts/cause-list.js'
import { RegionSelect } from '../parts/region-select.js'
import { ActionList } from './action-list.js'
import { type Gap, readActionsFile, readGapsFile, useGaps } from './gaps.js'
import { useGapName } from './use-gap-name.js'

const GapDrawer = lazyDialog(async () => (await import('./gap-drawer.js')).GapDrawer)

/** What is missing where, the largest gap first, and what is being done about it. */
export function GapsPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['view', 'region', 'category', 'group'])
  const isActions = filters.view === 'actions'
  return (
    <>
      <PageHead title={t('place.gaps')} help={t('gap.help')}>
        <ListTools
          list="gaps"
          name={t(isActions ? 'gap.actions' : 'place.gaps')}
          read={(format) =>
            isActions ? readActionsFile(filters.region, format) : readGapsFile(filters, format)
          }
        />
      </PageHead>
      <Flex gap={8} wrap style={{ marginBottom: 16 }} role="search">
        <Segmented
          aria-label={t('gap.view')}
          value={isActions ? 'actions' : 'gaps'}
          onChange={(view) => change({ view: view === 'gaps' ? undefined : view })}
          options={[
            { value: 'gaps', label: t('gap.ranking') },
            { value: 'actions', label: t('gap.actions') },
          ]}
        />
        <RegionSelect value={filters.region} onChange={(region) => change({ region })} />
        {!isActions && (
          <>
            <TermSelect
              tree="services"
              value={filters.category}
              onChange={(category) => change({ category })}
            />
            <TermSelect tree="groups" value={filters.group} onChange={(group) => change({ group })} />
          </>
        )}
      </Flex>
      {isActions ? <ActionList region={filters.region} /> : <GapRanking filters={filters} />}
    </>
  )
}

function GapRanking({ filters }: { filters: Parameters<typeof useGaps>[0] }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Gap>()
  const gaps = useGaps(filters)
  const { items, total } = gaps
  return (
    <>
      {total !== undefined && <p aria-live="polite">{t('list.total', { count: total })}</p>}
      {items.length > 0 && (
        <ol className="district-panel district-ranking" aria-label={t('gap.ranking')}>
          {items.map((gap, at) => (
            <li key={`${gap.region}/${gap.category}`} className="district-row">
              <strong style={{ minWidth: 28, color: 'var(--quiet)' }}>{at + 1}</strong>
              <GapRow gap={gap} onOpen={() => setOpened(gap)} />
            </li>
          ))}
        </ol>
      )}
      <ListEnd list={gaps} empty={t('gap.noGaps')} />
      {opened && <GapDrawer gap={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function GapRow({ gap, onOpen }: { gap: Gap; onOpen: () => void }) {
  const { t } = useTranslation()
  const name = useGapName(gap)
  return (
    <Flex gap={10} wrap style={{ flex: 1, minWidth: 0 }} align="start" justify="space-between">
      <Flex vertical gap={4} style={{ flex: '1 1 220px', minWidth: 0 }}>
        <strong>{name}</strong>
        <Flex gap={4} wrap>
          <ToneTag tone="red">{t('gap.short', { count: gap.gap })}</ToneTag>
          <ToneTag>{t('gap.waiting', { count: gap.waiting })}</ToneTag>
          <ToneTag>{t('gap.free', { count: gap.capacity.free })}</ToneTag>
          {gap.medianDays !== undefined && (
            <ToneTag tone="amber">{t('gap.days', { count: gap.medianDays })}</ToneTag>
          )}
        </Flex>
        <CauseList counts={gap.causes} most={3} />
      </Flex>
      <Button onClick={onOpen} aria-label={t('gap.openOf', { name })}>
        {t('gap.open')}
      </Button>
    </Flex>
  )
}
