import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, ifMatch } from '../../api/client.js'
import type { paths } from '../../api/schema.js'
import type { OnceKey } from '../../api/use-once-keys.js'
import { FormDialog } from '../../parts/form-dialog.js'
import { ReasonFields } from '../../parts/reason-fields.js'
import type { Need } from './list.js'

type Fields = { readonly code: CloseBody['reason']; readonly note?: string }
type CloseBody = paths['/needs/{id}/close']['post']['requestBody']['content']['application/json']

/** Ends the search for a service, with the reason that is counted among the causes. */
export function CloseNeedDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const { t } = useTranslation()
  const submit = async ({ code, note }: Fields, key: OnceKey) => {
    const params = { path: { id: need.id }, header: { ...ifMatch(need.revision), ...key } }
    await api.POST('/needs/{id}/close', { params, body: { reason: code, ...(note ? { note } : {}) } })
  }
  return (
    <FormDialog<Fields> title={t('needs.close')} onSubmit={submit} onClose={onClose}>
      <Typography.Paragraph type="secondary">{t('needs.closeHelp')}</Typography.Paragraph>
      <ReasonFields />
    </FormDialog>
  )
}
