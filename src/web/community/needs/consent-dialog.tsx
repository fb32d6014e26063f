import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.js'
import type { OnceKey } from '../../api/use-once-keys.js'
import { today } from '../../parts/days.js'
import { FormDialog } from '../../parts/form-dialog.js'

interface Fields {
  readonly by: 'self' | 'guardian'
  readonly form: 'written' | 'oral'
  readonly purpose: string
  readonly givenOn: string
  readonly giver?: string
  readonly witness?: string
}

/** Records what the person, or a guardian, has agreed to. */
export function ConsentDialog({ needId, onClose }: { needId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const isOral = Form.useWatch('form', form) === 'oral'
  const submit = ({ givenOn, giver, witness, ...fields }: Fields, key: OnceKey) => {
    const body = {
      ...fields,
      givenOn,
      ...(giver ? { giver } : {}),
      ...(witness ? { witness } : {}),
    }
    return api.POST('/needs/{id}/consents', { params: { path: { id: needId }, header: key }, body })
  }
  const required = [{ required: true }]
  const choices = <K extends string>(keys: readonly K[], label: (key: K) => string) =>
    keys.map((value) => ({ value, label: label(value) }))
  return (
    <FormDialog<Fields>
      title={t('identity.consent')}
      okText={t('action.save')}
      form={form}
      initialValues={{ by: 'self', form: 'written', givenOn: today() }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="by" label={t('identity.by')} rules={required}>
        <Radio.Group options={choices(['self', 'guardian'], (key) => t(`identity.bys.${key}`))} />
      </Form.Item>
      <Form.Item name="form" label={t('identity.form')} rules={required}>
        <Radio.Group options={choices(['written', 'oral'], (key) => t(`identity.forms.${key}`))} />
      </Form.Item>
      <Form.Item name="purpose" label={t('identity.consentPurpose')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="givenOn" label={t('identity.givenOn')} rules={required}>
        <Input type="date" max={today()} />
      </Form.Item>
      <Form.Item name="giver" label={t('identity.giver')}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="witness" label={t('identity.witness')} rules={[{ required: isOral }]}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
    </FormDialog>
  )
}
