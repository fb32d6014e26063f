import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf, onceKey, type Schemas } from '../api/client.js'
import { ProblemAlert } from '../parts/problem-alert.js'

/** What a look came to: who the person is, or that somebody else must agree first. */
export type Release = Schemas['ShownIdentity'] | 'waiting'

/** A look needs a purpose; a guarded one waits for somebody else. */
export function PurposeDialog(props: {
  needId: string
  onShown: (shown: Release) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ purpose: string }>()
  const [error, setError] = useState<unknown>()
  const path = { id: props.needId }
  const submit = async ({ purpose }: { purpose: string }) => {
    try {
      const params = { path, header: onceKey() }
      const release = await bodyOf(api.POST('/needs/{id}/identity/releases', { params, body: { purpose } }))
      const isOpen = release.state === 'granted'
      props.onShown(isOpen ? await bodyOf(api.GET('/needs/{id}/identity', { params: { path } })) : 'waiting')
      props.onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Modal
      open
      title={t('identity.show')}
      okText={t('identity.show')}
      cancelText={t('action.cancel')}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void submit(fields)}>
        <Form.Item name="purpose" label={t('identity.purpose')} rules={[{ required: true }]}>
          <Input.TextArea rows={2} maxLength={200} autoFocus />
        </Form.Item>
        {error !== undefined && <ProblemAlert error={error} />}
      </Form>
    </Modal>
  )
}
