import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from './problem-alert.js'

/** Asks why, and does it; stays open with what went wrong. */
export function WhyDialog(props: {
  title: string
  onGiven: (why: string) => Promise<unknown>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ why: string }>()
  const [error, setError] = useState<unknown>()
  const submit = async ({ why }: { why: string }) => {
    try {
      await props.onGiven(why)
      props.onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Modal
      open
      title={props.title}
      okText={props.title}
      cancelText={t('action.cancel')}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void submit(fields)}>
        <Form.Item name="why" label={t('referral.why')} rules={[{ required: true }]}>
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
        {error !== undefined && <ProblemAlert error={error} />}
      </Form>
    </Modal>
  )
}
