import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, onceKey, Problem } from '../../api/client.js'
import type { Offering } from '../own.js'

type Action = 'publish' | 'pause' | 'confirm' | 'close'

const possible: Readonly<Record<Offering['state'], readonly Action[]>> = {
  draft: ['publish', 'close'],
  published: ['confirm', 'pause', 'close'],
  paused: ['publish', 'close'],
  closed: [],
}

/** Puts an offering to use, holds it back, says that it still holds, or ends it (after a second word, for it stays ended). */
export function OfferingActions({ offering }: { offering: Offering }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const [busyWith, setBusyWith] = useState<Action>()
  const run = async (action: Action) => {
    setBusyWith(action)
    const params = {
      path: { id: offering.id },
      header: { ...ifMatch(offering.revision), ...onceKey() },
    }
    try {
      await api.POST(`/offerings/{id}/${action}`, { params })
      void message.success(t('offerings.changed'))
    } catch (problem) {
      void message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    await queries.invalidateQueries({ queryKey: ['offerings'] })
    setBusyWith(undefined)
  }
  const ask = (action: Action) => {
    if (action !== 'close') return void run(action)
    void modal.confirm({
      title: t('offerings.act.close'),
      content: t('offerings.closeHelp', { title: offering.title }),
      okText: t('offerings.act.close'),
      cancelText: t('action.cancel'),
      onOk: () => run(action),
    })
  }
  return (
    <Flex gap={6} wrap>
      {possible[offering.state].map((action) => (
        <Button
          key={action}
          type={action === 'publish' ? 'primary' : 'default'}
          loading={busyWith === action}
          onClick={() => ask(action)}
        >
          {t(`offerings.act.${action}`)}
        </Button>
      ))}
    </Flex>
  )
}
