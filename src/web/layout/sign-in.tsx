import { useQueryClient } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { type Session, sessionKey } from '../api/session.js'
import { homeOf } from './places.js'
import { SignInForm } from './sign-in-form.js'

/** The page at which everybody begins; it leads back to where somebody was sent away from. */
export function SignIn() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const from = (useLocation().state as { from?: string } | null)?.from
  const enter = (session: Session) => {
    queries.setQueryData(sessionKey, session)
    return navigate(from ?? homeOf(session), { replace: true })
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
        <SignInForm onSignedIn={enter} />
      </Card>
    </Flex>
  )
}
