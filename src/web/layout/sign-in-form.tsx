import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf, Problem } from '../api/client.js'
import { beginSession, type Session } from '../api/session.js'
import { ProblemAlert } from '../parts/problem-alert.js'

interface Fields {
  readonly name: string
  readonly password: string
  readonly code?: string
}

interface Props {
  /** Who must sign in; anybody may where it is not given. */
  readonly as?: string
  readonly onSignedIn: (session: Session) => unknown
}

/** Name, password, and the code of those who have a second factor. */
export function SignInForm({ as, onSignedIn }: Props) {
  const { t } = useTranslation()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const asksCode = error instanceof Problem && error.code === 'signIn.secondFactor'
  const submit = async (fields: Fields) => {
    setBusy(true)
    try {
      const { csrfToken } = await bodyOf(api.POST('/session', { body: fields }))
      const session = await beginSession(csrfToken)
      if (session) await onSignedIn(session)
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: as }}
      onFinish={(fields) => void submit(fields)}
    >
      {error !== undefined && !asksCode && (
        <Form.Item>
          <ProblemAlert error={error} />
        </Form.Item>
      )}
      <Form.Item
        name="name"
        label={t('signIn.name')}
        rules={[{ required: true, message: t('signIn.nameMissing') }]}
      >
        <Input autoComplete="username" autoFocus={!as} readOnly={as !== undefined} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus={as !== undefined} size="large" />
      </Form.Item>
      {asksCode && (
        <Form.Item name="code" label={t('signIn.code')} extra={t('signIn.codeHelp')}>
          <Input autoComplete="one-time-code" inputMode="numeric" size="large" autoFocus />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>
        {t('signIn.submit')}
      </Button>
    </Form>
  )
}
