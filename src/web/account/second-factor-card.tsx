import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../api/client.js'
import { sessionKey, useSession } from '../api/session.js'
import { ProblemAlert } from '../parts/problem-alert.js'
import { ToneTag } from '../parts/tone-tag.js'

/** A code from an authenticator beside the password; the recovery codes are shown this once. */
export function SecondFactorCard() {
  const { t } = useTranslation()
  const session = useSession()
  const queries = useQueryClient()
  const [secret, setSecret] = useState<string>()
  const [codes, setCodes] = useState<readonly string[]>()
  const [error, setError] = useState<unknown>()
  const attempt = async (work: () => Promise<void>) => {
    setError(undefined)
    try {
      await work()
      await queries.invalidateQueries({ queryKey: sessionKey })
    } catch (problem) {
      setError(problem)
    }
  }
  const begin = () => attempt(async () => setSecret((await bodyOf(api.POST('/session/totp'))).secret))
  const confirm = ({ code }: { code: string }) =>
    attempt(async () => {
      setCodes((await bodyOf(api.POST('/session/totp/confirm', { body: { code } }))).recoveryCodes)
      setSecret(undefined)
    })
  const remove = ({ password }: { password: string }) =>
    attempt(async () => {
      await api.POST('/session/totp/remove', { body: { password } })
    })
  const isOn = session?.secondFactor ?? false
  return (
    <Card
      size="small"
      title={t('account.factor')}
      extra={
        <ToneTag tone={isOn ? 'green' : 'plain'}>
          {t(isOn ? 'account.factorOn' : 'account.factorOff')}
        </ToneTag>
      }
    >
      {!isOn && secret === undefined && <Button onClick={() => void begin()}>{t('account.begin')}</Button>}
      {secret !== undefined && (
        <Form layout="vertical" onFinish={(fields: { code: string }) => void confirm(fields)}>
          <Typography.Paragraph>{t('account.secret')}</Typography.Paragraph>
          <Typography.Paragraph code copyable>
            {secret}
          </Typography.Paragraph>
          <Form.Item name="code" label={t('account.code')} rules={[{ required: true }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" style={{ maxWidth: 160 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {t('action.confirm')}
          </Button>
        </Form>
      )}
      {codes && (
        <div role="status">
          <Typography.Paragraph>{t('account.codes')}</Typography.Paragraph>
          <Typography.Paragraph code>{codes.join('  ')}</Typography.Paragraph>
        </div>
      )}
      {isOn && (
        <Form layout="vertical" onFinish={(fields: { password: string }) => void remove(fields)}>
          <Flex gap={8} align="end">
            <Form.Item name="password" label={t('account.old')} rules={[{ required: true }]}>
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <Form.Item>
              <Button htmlType="submit">{t('account.remove')}</Button>
            </Form.Item>
          </Flex>
        </Form>
      )}
      {error !== undefined && <ProblemAlert error={error} />}
    </Card>
  )
}
