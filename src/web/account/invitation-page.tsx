import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api, bodyOf } from '../api/client.js'
import { beginSession, sessionKey } from '../api/session.js'
import { homeOf } from '../layout/places.js'
import { Loading } from '../parts/loading.js'
import { ProblemAlert } from '../parts/problem-alert.js'

/** Where an invitation leads. Its token stands behind the #, which browsers send to nobody. */
export function InvitationPage() {
  const { t } = useTranslation()
  const token = window.location.hash.slice(1)
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => bodyOf(api.POST('/invitations/look', { body: { token } })),
    enabled: token.length > 0,
  })
  if (invitation.isLoading) return <Loading />
  return (
    <Flex justify="center" style={{ padding: '10vh 16px' }} role="main">
      <Card style={{ width: '100%', maxWidth: 440 }}>
        <Typography.Title level={1} style={{ fontSize: 22 }}>
          {t('invitation.title')}
        </Typography.Title>
        {invitation.data ? (
          <Acceptance token={token} role={t(`role.${invitation.data.role}`)} />
        ) : (
          <Alert type="error" showIcon title={t('invitation.missing')} />
        )}
      </Card>
    </Flex>
  )
}

interface Fields {
  readonly signInName: string
  readonly password: string
}

function Acceptance({ token, role }: { token: string; role: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>()
  const submit = async (fields: Fields) => {
    try {
      const { csrfToken } = await bodyOf(api.POST('/invitations/accept', { body: { token, ...fields } }))
      const session = await beginSession(csrfToken)
      queries.setQueryData(sessionKey, session)
      if (session) await navigate(homeOf(session), { replace: true })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => void submit(fields)}>
      <Typography.Paragraph>{t('invitation.intro', { role })}</Typography.Paragraph>
      <Form.Item name="signInName" label={t('invitation.signInName')} rules={[{ required: true }]}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('account.fresh')}
        extra={t('account.freshHelp')}
        rules={[{ required: true }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {error !== undefined && (
        <Form.Item>
          <ProblemAlert error={error} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block>
        {t('invitation.accept')}
      </Button>
    </Form>
  )
}
