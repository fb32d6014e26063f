import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, Problem } from '../../api/client.js'
import { identityFields, type Person } from '../../identity/person.js'
import { ProblemAlert } from '../../parts/problem-alert.js'

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
  const [error, setError] = useState<unknown>()
  const submit = async (fields: Person) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as Person
    try {
      const params = { path: { id: needId }, header: ifMatch(revision) }
      await api.PUT('/needs/{id}/identity', { params, body: given })
      onClose()
    } catch (problem) {
      setError(problem)
      if (problem instanceof Problem)
        form.setFields(
          identityFields.map((name) => ({ name, errors: [problem.about(name) ?? ''].filter(Boolean) })),
        )
    }
  }
  return (
    <Modal
      open
      title={t('identity.enter')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Person>
        form={form}
        layout="vertical"
        autoComplete="off"
        onFinish={(fields) => void submit(fields)}
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
        {error !== undefined && <ProblemAlert error={error} />}
      </Form>
    </Modal>
  )
}
