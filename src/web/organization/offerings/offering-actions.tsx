import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, onceKey, Problem } from '../../api/client.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { useMessages } from '../../parts/messages.js'
import type { Offering } from '../own.js'

type Action = 'publish' | 'pause' | 'confirm' | 'close'

const possible: Readonly<Record<Offering['state'], readonly Action[]>> = {
  draft: ['publish', 'close'],
  published: ['confirm', 'pause', 'close'],
  paused: ['publish', 'close'],
  closed: [],
}

const CloseDialog = lazyDialog(async () => (await import('./close-dialog.js')).CloseDialog)

/** Puts an offering to use, holds it back, says that it still holds, or ends it (after a second word, for it stays ended). */
export function OfferingActions({ offering }: { offering: Offering }) {
  const { t } = useTranslation()
  const message = useMessages()
  const queries = useQueryClient()
  const [isClosing, setClosing] = useState(false)
  const [busyWith, setBusyWith] = useState<Action>()
  const run = async (action: Action) => {
    setBusyWith(action)
    const params = {
      path: { id: offering.id },
      header: { ...ifMatch(offering.revision), ...onceKey() },
    }
    try {
      await api.POST(`/offerings/{id}/${action}`, { params })
      message.success(t('offerings.changed'))
    } catch (problem) {
      message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    await queries.invalidateQueries({ queryKey: ['offerings'] })
    setBusyWith(undefined)
  }
  return (
    <Flex gap={6} wrap>
      {possible[offering.state].map((action) => (
        <Button
          key={action}
          type={action === 'publish' ? 'primary' : 'default'}
          loading={busyWith === action}
          onClick={() => (action === 'close' ? setClosing(true) : void run(action))}
        >
          {t(`offerings.act.${action}`)}
        </Button>
      ))}
      {isClosing && (
        <CloseDialog
          title={offering.title}
          onClose={() => setClosing(false)}
          onConfirm={() => run('close')}
        />
      )}
    </Flex>
  )
}
