import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { api, bodyOf, Problem } from '../api/client.js'
import { beginSession, sessionKey } from '../api/session.js'
import { ProblemAlert } from '../parts/problem-alert.js'
import { homeOf } from './places.js'

interface Fields {
  readonly name: string
  readonly password: string
  readonly code?: string
}

/** The page at which everybody begins; it leads back to where somebody was sent away from. */
export function SignIn() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const from = (useLocation().state as { from?: string } | null)?.from
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const asksCode = error instanceof Problem && error.code === 'signIn.secondFactor'
  const submit = async (fields: Fields) => {
    setBusy(true)
    try {
      const { csrfToken } = await bodyOf(api.POST('/session', { body: fields }))
      const session = await beginSession(csrfToken)
      queries.setQueryData(sessionKey, session)
      if (session) await navigate(from ?? homeOf(session), { replace: true })
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Flex
      vertical
      align="center"
      justify="center"
      gap={20}
      style={{ minHeight: '100%', padding: 16 }}
      role="main"
    >
      <Flex vertical align="center" gap={4}>
        <img src="/favicon.svg" alt="" width={52} height={52} />
        <Typography.Title level={1} style={{ margin: 0, fontSize: 28 }}>
          {t('app.name')}
        </Typography.Title>
        <Typography.Text type="secondary">{t('app.motto')}</Typography.Text>
      </Flex>
      <Card style={{ width: '100%', maxWidth: 400 }}>
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => void submit(fields)}>
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
            <Input autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('signIn.password')}
            rules={[{ required: true, message: t('signIn.passwordMissing') }]}
          >
            <Input.Password autoComplete="current-password" size="large" />
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
      </Card>
    </Flex>
  )
}
