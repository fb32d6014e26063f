import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDialog } from './form-dialog.js'

/** Asks why, and does it; stays open with what went wrong. */
export function WhyDialog(props: {
  title: string
  /** What is asked for; default why. */
  label?: string
  /** What stands there to begin with. */
  initial?: string
  onGiven: (why: string) => Promise<unknown>
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <FormDialog<{ why: string }>
      title={props.title}
      initialValues={{ why: props.initial ?? '' }}
      onSubmit={({ why }) => props.onGiven(why)}
      onClose={props.onClose}
    >
      <Form.Item name="why" label={props.label ?? t('referral.why')} rules={[{ required: true }]}>
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
    </FormDialog>
  )
}
