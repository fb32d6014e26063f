import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../api/client.js'
import { beginSession, sessionKey } from '../api/session.js'
import { useMessages } from '../parts/messages.js'
import { ProblemAlert } from '../parts/problem-alert.js'

interface Fields {
  readonly old: string
  readonly password: string
}

export function PasswordCard() {
  const { t } = useTranslation()
  const message = useMessages()
  const queries = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const [error, setError] = useState<unknown>()
  const submit = async (fields: Fields) => {
    setError(undefined)
    try {
      const { csrfToken } = await bodyOf(api.POST('/password', { body: fields }))
      queries.setQueryData(sessionKey, await beginSession(csrfToken))
      await queries.invalidateQueries({ queryKey: ['sessions'] })
      form.resetFields()
      message.success(t('account.changed'))
    } catch (problem) {
      setError(problem)
    }
  }
  const required = [{ required: true }]
  return (
    <Card size="small" title={t('account.password')}>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="old" label={t('account.old')} rules={required}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="password" label={t('account.fresh')} extra={t('account.freshHelp')} rules={required}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {error !== undefined && (
          <Form.Item>
            <ProblemAlert error={error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit">
          {t('account.password')}
        </Button>
      </Form>
    </Card>
  )
}
