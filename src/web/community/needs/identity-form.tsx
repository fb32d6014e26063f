import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, ifMatch } from '../../api/client.js'
import { identityFields, type Person } from '../../identity/person.js'
import { FormDialog } from '../../parts/form-dialog.js'
import { showRefusals } from '../../parts/show-refusals.js'

interface IdentityFormProps {
  readonly needId: string
  /** Of what is kept; 0 while nothing is. */
  readonly revision: number
  readonly onClose: () => void
}

/** Everything may stay empty; what is sent is encrypted before it is kept. */
export function IdentityForm({ needId, revision, onClose }: IdentityFormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Person>()
  const submit = async (fields: Person) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as Person
    try {
      const params = { path: { id: needId }, header: ifMatch(revision) }
      await api.PUT('/needs/{id}/identity', { params, body: given })
    } catch (problem) {
      showRefusals(form, problem, identityFields)
      throw problem
    }
  }
  return (
    <FormDialog<Person>
      title={t('identity.enter')}
      okText={t('action.save')}
      form={form}
      autoComplete="off"
      onSubmit={submit}
      onClose={onClose}
    >
      {identityFields.map((field) => (
        <Form.Item key={field} name={field} label={t(`identity.${field}`)}>
          {field === 'circumstances' ? (
            <Input.TextArea rows={3} />
          ) : (
            <Input autoComplete="off" {...(field === 'birthDate' ? { placeholder: '1947-05-01' } : {})} />
          )}
        </Form.Item>
      ))}
    </FormDialog>
  )
}
