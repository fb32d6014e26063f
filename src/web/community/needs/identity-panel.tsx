import { LockOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Descriptions, Flex, Form, Input, Modal, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf, onceKey, type Schemas } from '../../api/client.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { ConsentList } from './consent-list.js'
import { IdentityForm } from './identity-form.js'

export const identityFields = ['name', 'phone', 'address', 'idNumber', 'birthDate', 'circumstances'] as const
export type Person = NonNullable<Schemas['ShownIdentity']['person']>

/** Who the person behind a need is: kept apart, shown on purpose only, and every look is written down. */
export function IdentityPanel({ needId }: { needId: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [shown, setShown] = useState<Schemas['ShownIdentity'] | 'waiting'>()
  const [dialog, setDialog] = useState<'purpose' | 'enter'>()
  const summary = useQuery({
    queryKey: ['identity', needId],
    queryFn: () => bodyOf(api.GET('/needs/{id}/identity/summary', { params: { path: { id: needId } } })),
  })
  const fields = (summary.data?.fields ?? []).filter(isIdentityField).map((field) => t(`identity.${field}`))
  return (
    <Card size="small" title={t('identity.title')} extra={<LockOutlined aria-hidden />}>
      <Flex vertical gap={10}>
        <Typography.Text type="secondary">{t('identity.help')}</Typography.Text>
        {summary.data?.isGuarded && <Typography.Text type="warning">{t('identity.guarded')}</Typography.Text>}
        {summary.error && <ProblemAlert error={summary.error} onRetry={() => void summary.refetch()} />}
        <Typography.Text>
          {fields.length ? t('identity.held', { fields: fields.join('、') }) : t('identity.none')}
        </Typography.Text>
        {shown === 'waiting' && <Typography.Text role="status">{t('identity.waiting')}</Typography.Text>}
        {shown !== undefined && shown !== 'waiting' && <PersonFacts person={shown.person ?? {}} />}
        <Flex gap={8}>
          {fields.length > 0 && <Button onClick={() => setDialog('purpose')}>{t('identity.show')}</Button>}
          <Button onClick={() => setDialog('enter')}>{t('identity.enter')}</Button>
        </Flex>
        <ConsentList needId={needId} />
      </Flex>
      {dialog === 'purpose' && (
        <PurposeDialog needId={needId} onShown={setShown} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'enter' && summary.data && (
        <IdentityForm
          needId={needId}
          revision={summary.data.revision}
          onClose={() => {
            setDialog(undefined)
            void queries.invalidateQueries({ queryKey: ['identity', needId] })
          }}
        />
      )}
    </Card>
  )
}

function isIdentityField(name: string): name is (typeof identityFields)[number] {
  return (identityFields as readonly string[]).includes(name)
}

function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation()
  const items = identityFields.flatMap((field) =>
    person[field] === undefined
      ? []
      : [{ key: field, label: t(`identity.${field}`), children: person[field] }],
  )
  return <Descriptions size="small" column={1} bordered items={items} />
}

/** A look needs a purpose; a guarded one waits for somebody else. */
function PurposeDialog(props: {
  needId: string
  onShown: (shown: Schemas['ShownIdentity'] | 'waiting') => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ purpose: string }>()
  const [error, setError] = useState<unknown>()
  const path = { id: props.needId }
  const submit = async ({ purpose }: { purpose: string }) => {
    try {
      const params = { path, header: onceKey() }
      const release = await bodyOf(api.POST('/needs/{id}/identity/releases', { params, body: { purpose } }))
      const isOpen = release.state === 'granted'
      props.onShown(isOpen ? await bodyOf(api.GET('/needs/{id}/identity', { params: { path } })) : 'waiting')
      props.onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Modal
      open
      title={t('identity.show')}
      okText={t('identity.show')}
      cancelText={t('action.cancel')}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void submit(fields)}>
        <Form.Item name="purpose" label={t('identity.purpose')} rules={[{ required: true }]}>
          <Input.TextArea rows={2} maxLength={200} autoFocus />
        </Form.Item>
        {error !== undefined && <ProblemAlert error={error} />}
      </Form>
    </Modal>
  )
}
