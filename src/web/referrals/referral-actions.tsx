import { MoreOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/client.js'
import { useSession } from '../api/session.js'
import { useOnceKeys } from '../api/use-once-keys.js'
import { lazyDialog } from '../parts/lazy-dialog.js'
import { MenuButton } from '../parts/menu-button.js'
import { useMessages } from '../parts/messages.js'
import { act, actionsFor, formOf, type PersonAction, type Referral } from './actions.js'

const ActionDialog = lazyDialog(async () => (await import('./action-dialog.js')).ActionDialog)

/** The next step as a button, the rest in a menu. */
export function ReferralActions({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const session = useSession()
  const message = useMessages()
  const queries = useQueryClient()
  const keys = useOnceKeys()
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
      await act(referral, action, {}, keys.of(action, referral.revision))
      message.success(t('referral.changed'))
    } catch (problem) {
      const isStale = problem instanceof Problem && problem.status === 412
      message.error(
        isStale ? t('referral.stale') : problem instanceof Problem ? problem.message : t('problem.title'),
      )
    }
    await refresh()
    setBusyWith(undefined)
  }
  // Each button goes with its action: were one element reused for another action when the referral moves on, a press
  // that began on "report" could end as "put on hold".
  const button = (action: PersonAction, type: 'primary' | 'default') => (
    <Button key={action} type={type} loading={busyWith === action} onClick={() => void run(action)}>
      {t(`act.${action}`)}
    </Button>
  )
  return (
    <>
      {first && (
        <Flex gap={6} wrap>
          {[button(first, 'primary'), second && button(second, 'default')]}
          {rest.length > 0 && (
            <MenuButton
              icon={<MoreOutlined aria-hidden />}
              aria-label={t('act.more')}
              items={rest.map((action) => ({
                key: action,
                label: t(`act.${action}`),
                onChoose: () => void run(action),
              }))}
            />
          )}
        </Flex>
      )}
      {asking && (
        <ActionDialog
          referral={referral}
          action={asking}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            message.success(t('referral.changed'))
            void refresh()
          }}
        />
      )}
    </>
  )
}
