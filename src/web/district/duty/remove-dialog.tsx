import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, ifMatch } from '../../api/client.js'
import { FormDialog } from '../../parts/form-dialog.js'
import { useMessages } from '../../parts/messages.js'
import { rosterKey, type Turn } from './roster.js'
import { useSpan } from './use-span.js'

/** Asks once more before a turn is taken out of the roster. */
export function RemoveDialog({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const { t } = useTranslation()
  const message = useMessages()
  const queries = useQueryClient()
  const span = useSpan(turn)
  const remove = async () => {
    const params = { path: { id: turn.id }, header: ifMatch(turn.revision) }
    try {
      await api.DELETE('/duty-turns/{id}', { params })
    } finally {
      void queries.invalidateQueries({ queryKey: rosterKey })
    }
    message.success(t('duty.removed'))
  }
  return (
    <FormDialog title={t('duty.remove')} onSubmit={remove} onClose={onClose}>
      <p>{t('duty.removeOf', { name: turn.name, span })}</p>
      <p>{t('duty.removeHelp')}</p>
    </FormDialog>
  )
}
