import { Button, Checkbox, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRegions } from '../../api/reference.js'
import { type Need, useNeeds } from '../../community/needs/list.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { ListEnd } from '../../parts/list-end.js'
import { shortMoment, UrgencyTag } from '../../parts/tags.js'
import { type Urgency, urgencies } from '../parts/urgency-select.js'
import type { QueueFilters } from './queue.js'

const DispatchDrawer = lazyDialog(async () => (await import('./dispatch-drawer.js')).DispatchDrawer)

/** So many are dispatched at once: a preview that somebody can still read. */
const mostAtOnce = 30

type Selection = ReadonlyMap<string, Need>

/** Open needs that nobody serves yet, the most urgent first; several may be dispatched together. */
export function NeedQueue({ filters }: { filters: QueueFilters }) {
  const { t } = useTranslation()
  const [selection, setSelection] = useState<Selection>(new Map())
  const [isDispatching, setDispatching] = useState(false)
  const toggle = (needs: readonly Need[], isChosen: boolean) =>
    setSelection((before) => {
      const next = new Map(before)
      for (const need of needs) {
        if (!isChosen) next.delete(need.id)
        else if (next.size < mostAtOnce) next.set(need.id, need)
      }
      return next
    })
  const levels = filters.urgency ? [filters.urgency] : urgencies
  return (
    <Flex vertical gap={16} style={{ maxWidth: 1080 }}>
      {levels.map((urgency) => (
        <UrgencyGroup
          key={urgency}
          urgency={urgency}
          region={filters.region}
          selection={selection}
          onToggle={toggle}
        />
      ))}
      {selection.size > 0 && (
        <Flex className="district-bar" justify="space-between" align="center" gap={8} wrap>
          <span aria-live="polite">{t('desk.selected', { count: selection.size, most: mostAtOnce })}</span>
          <Flex gap={8}>
            <Button onClick={() => setSelection(new Map())}>{t('desk.deselect')}</Button>
            <Button type="primary" onClick={() => setDispatching(true)}>
              {t('desk.preview')}
            </Button>
          </Flex>
        </Flex>
      )}
      {isDispatching && (
        <DispatchDrawer
          needs={[...selection.values()]}
          onClose={(sent = new Set()) => {
            setDispatching(false)
            setSelection((before) => new Map([...before].filter(([id]) => !sent.has(id))))
          }}
        />
      )}
    </Flex>
  )
}

interface GroupProps {
  readonly urgency: Urgency
  readonly region: string | undefined
  readonly selection: Selection
  readonly onToggle: (needs: readonly Need[], isChosen: boolean) => void
}

function UrgencyGroup({ urgency, region, selection, onToggle }: GroupProps) {
  const { t } = useTranslation()
  const list = useNeeds({ state: ['open'], urgency, ...(region ? { region } : {}) })
  const chosen = list.items.filter(({ id }) => selection.has(id)).length
  const isAll = chosen > 0 && chosen === list.items.length
  const heading = `urgency-${urgency}`
  return (
    <section className="district-panel" aria-labelledby={heading}>
      <Flex justify="space-between" align="center" gap={8} wrap>
        <h2 id={heading}>
          <UrgencyTag level={urgency} />{' '}
          {list.total !== undefined && (
            <Typography.Text type="secondary">{t('list.total', { count: list.total })}</Typography.Text>
          )}
        </h2>
        {list.items.length > 0 && (
          <Checkbox
            checked={isAll}
            indeterminate={chosen > 0 && !isAll}
            onChange={({ target }) => onToggle(list.items, target.checked)}
          >
            {t('desk.chooseAll')}
          </Checkbox>
        )}
      </Flex>
      {list.items.map((need) => (
        <NeedRow
          key={need.id}
          need={need}
          isChosen={selection.has(need.id)}
          onChoose={(isChosen) => onToggle([need], isChosen)}
        />
      ))}
      {list.data && !list.items.length ? (
        <Typography.Text type="secondary">{t('desk.noneOpen')}</Typography.Text>
      ) : (
        <ListEnd list={list} />
      )}
    </section>
  )
}

function NeedRow(props: { need: Need; isChosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const { need, isChosen, onChoose } = props
  const { t, i18n } = useTranslation()
  const { nameOf } = useRegions()
  return (
    <div className="district-row">
      <Checkbox
        checked={isChosen}
        aria-label={t('desk.choose', { title: need.title })}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Link to={`/community/needs/${need.id}`}>{need.title}</Link>
        <div>
          <Typography.Text type="secondary">
            {[
              nameOf(need.region),
              `${need.amount.value} ${t(`unit.${need.amount.unit}`)}`,
              shortMoment(need.createdAt, i18n.language),
              ...(need.neededBy ? [t('needs.neededBy', { day: need.neededBy })] : []),
            ].join(' · ')}
          </Typography.Text>
        </div>
      </div>
    </div>
  )
}
