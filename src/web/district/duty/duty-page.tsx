import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { ListEnd } from '../../parts/list-end.js'
import '../district.css'
import { PageHead } from '../../parts/page-head.js'
import { isOn, type Turn, useDutyPlaces, useRoster } from './roster.js'
import { TurnRow } from './turn-row.js'
import { useNow } from './use-now.js'

const TurnDialog = lazyDialog(async () => (await import('./turn-dialog.js')).TurnDialog)
const RemoveDialog = lazyDialog(async () => (await import('./remove-dialog.js')).RemoveDialog)

type Opened =
  | { readonly dialog: 'turn'; readonly turn?: Turn }
  | { readonly dialog: 'remove'; readonly turn: Turn }

/** Who hears of a crisis, now and in the time to come. */
export function DutyPage() {
  const { t } = useTranslation()
  const roster = useRoster()
  const now = useNow()
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  // Long open, the page would go on to show what has ended meanwhile.
  const turns = roster.items.filter(({ to }) => now < Date.parse(to))
  return (
    <>
      <PageHead title={t('place.duty')} help={t('duty.help')}>
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setOpened({ dialog: 'turn' })}
        >
          {t('duty.add')}
        </Button>
      </PageHead>
      {roster.isSuccess && !roster.hasNextPage && <Uncovered turns={turns} now={now} />}
      {turns.length > 0 && (
        <ul className="district-panel district-ranking" aria-label={t('place.duty')}>
          {turns.map((turn) => (
            <TurnRow
              key={turn.id}
              turn={turn}
              isNow={isOn(turn, now)}
              onAmend={() => setOpened({ dialog: 'turn', turn })}
              onRemove={() => setOpened({ dialog: 'remove', turn })}
            />
          ))}
        </ul>
      )}
      <ListEnd list={{ ...roster, items: turns }} empty={t('duty.none')} />
      {opened?.dialog === 'turn' && (
        <TurnDialog {...(opened.turn ? { turn: opened.turn } : {})} onClose={close} />
      )}
      {opened?.dialog === 'remove' && <RemoveDialog turn={opened.turn} onClose={close} />}
    </>
  )
}

/** Where nobody is on duty at this moment, so that everybody is told. */
function Uncovered({ turns, now }: { turns: readonly Turn[]; now: number }) {
  const { t } = useTranslation()
  const covered = new Set(turns.filter((turn) => isOn(turn, now)).map(({ region }) => region))
  const uncovered = useDutyPlaces().filter(({ value }) => !covered.has(value))
  if (!uncovered.length) return null
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('duty.nobody')}
      description={uncovered.map(({ title }) => title).join(t('list.comma'))}
    />
  )
}
