import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf, type Schemas } from '../api/client.js'
import type { OnceKey } from '../api/use-once-keys.js'
import { FormDialog } from '../parts/form-dialog.js'

/** What a look came to: who the person is, or that somebody else must agree first. */
export type Release = Schemas['ShownIdentity'] | 'waiting'

/** A look needs a purpose; a guarded one waits for somebody else. */
export function PurposeDialog(props: {
  needId: string
  onShown: (shown: Release) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const path = { id: props.needId }
  const submit = async ({ purpose }: { purpose: string }, key: OnceKey) => {
    const params = { path, header: key }
    const release = await bodyOf(api.POST('/needs/{id}/identity/releases', { params, body: { purpose } }))
    const isOpen = release.state === 'granted'
    props.onShown(isOpen ? await bodyOf(api.GET('/needs/{id}/identity', { params: { path } })) : 'waiting')
  }
  return (
    <FormDialog title={t('identity.show')} onSubmit={submit} onClose={props.onClose}>
      <Form.Item name="purpose" label={t('identity.purpose')} rules={[{ required: true }]}>
        <Input.TextArea rows={2} maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  )
}
