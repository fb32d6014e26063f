import { Button, Checkbox, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRegions } from '../../api/reference.js'
import { type Need, useNeeds } from '../../community/needs/list.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { ListEnd } from '../../parts/list-end.js'
import { shortMoment } from '../../parts/short-moment.js'
import { UrgencyTag } from '../../parts/tags.js'
import { useInUnits } from '../../parts/use-in-units.js'
import { type Urgency, urgencies } from '../parts/urgency-select.js'
import { openNeeds, type QueueFilters } from './queue.js'

const DispatchDrawer = lazyDialog(async () => (await import('./dispatch-drawer.js')).DispatchDrawer)

/** So many are dispatched at once: a preview that somebody can still read. */
const mostAtOnce = 30

type Selection = ReadonlyMap<string, Need>

/** Open needs that nobody serves yet, in the order of the desk; several may be dispatched together. */
export function NeedQueue({ filters }: { filters: QueueFilters }) {
  const { t } = useTranslation()
  const list = useNeeds({ ...openNeeds, ...filters })
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
  return (
    <Flex vertical gap={16} style={{ maxWidth: 1080 }}>
      {urgencies.map((urgency) => (
        <UrgencyGroup
          key={urgency}
          urgency={urgency}
          needs={list.items.filter((need) => need.urgency.level === urgency)}
          selection={selection}
          onToggle={toggle}
        />
      ))}
      <ListEnd list={list} empty={t('desk.noneOpen')} />
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
  readonly needs: readonly Need[]
  readonly selection: Selection
  readonly onToggle: (needs: readonly Need[], isChosen: boolean) => void
}

/** What is alike urgent of what has come so far. */
function UrgencyGroup({ urgency, needs, selection, onToggle }: GroupProps) {
  const { t } = useTranslation()
  if (!needs.length) return null
  const chosen = needs.filter(({ id }) => selection.has(id)).length
  const isAll = chosen === needs.length
  const heading = `urgency-${urgency}`
  return (
    <section className="district-panel" aria-labelledby={heading}>
      <Flex justify="space-between" align="center" gap={8} wrap>
        <h2 id={heading}>
          <UrgencyTag level={urgency} />
        </h2>
        <Checkbox
          checked={isAll}
          indeterminate={chosen > 0 && !isAll}
          aria-label={t('desk.chooseAllOf', { urgency: t(`urgency.${urgency}`) })}
          onChange={({ target }) => onToggle(needs, target.checked)}
        >
          {t('desk.chooseAll')}
        </Checkbox>
      </Flex>
      {needs.map((need) => (
        <NeedRow
          key={need.id}
          need={need}
          isChosen={selection.has(need.id)}
          onChoose={(isChosen) => onToggle([need], isChosen)}
        />
      ))}
    </section>
  )
}

function NeedRow(props: { need: Need; isChosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const { need, isChosen, onChoose } = props
  const { t, i18n } = useTranslation()
  const { nameOf } = useRegions()
  const inUnits = useInUnits()
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
              t('referral.quantity', inUnits(need.amount.value, need.amount.unit)),
              t('desk.entered', { at: shortMoment(need.createdAt, i18n.language) }),
              ...(need.neededBy ? [t('needs.neededBy', { day: need.neededBy })] : []),
            ].join(' · ')}
          </Typography.Text>
        </div>
      </div>
    </div>
  )
}
