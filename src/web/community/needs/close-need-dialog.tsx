import { Form, Modal, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, onceKey } from '../../api/client.js'
import type { paths } from '../../api/schema.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { ReasonFields } from '../../parts/reason-fields.js'
import type { Need } from './list.js'

type Fields = { readonly code: CloseBody['reason']; readonly note?: string }
type CloseBody = paths['/needs/{id}/close']['post']['requestBody']['content']['application/json']

/** Ends the search for a service, with the reason that is counted among the causes. */
export function CloseNeedDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const [error, setError] = useState<unknown>()
  const submit = async ({ code, note }: Fields) => {
    try {
      const params = { path: { id: need.id }, header: { ...ifMatch(need.revision), ...onceKey() } }
      await api.POST('/needs/{id}/close', { params, body: { reason: code, ...(note ? { note } : {}) } })
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Modal
      open
      title={t('needs.close')}
      okText={t('needs.close')}
      cancelText={t('action.cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Typography.Paragraph type="secondary">{t('needs.closeHelp')}</Typography.Paragraph>
      <Form<Fields> form={form} layout="vertical" onFinish={(fields) => void submit(fields)}>
        <ReasonFields />
        {error !== undefined && <ProblemAlert error={error} />}
      </Form>
    </Modal>
  )
}
