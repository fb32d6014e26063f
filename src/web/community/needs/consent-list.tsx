import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Form, Input, Radio, Typography } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf, ifMatch, type Schemas } from '../../api/client.js'
import type { OnceKey } from '../../api/use-once-keys.js'
import { FormDialog } from '../../parts/form-dialog.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { WhyDialog } from '../../parts/why-dialog.js'

/** What the person, or a guardian, has agreed to. Without it nothing goes to an organisation. */
export function ConsentList({ needId }: { needId: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Schemas['Consent']>()
  const key = ['consents', needId]
  const consents = useQuery({
    queryKey: key,
    queryFn: () => bodyOf(api.GET('/needs/{id}/consents', { params: { path: { id: needId } } })),
  })
  const refresh = () => queries.invalidateQueries({ queryKey: key })
  const withdraw = async ({ id, revision }: Schemas['Consent'], reason: string) => {
    await api.POST('/consents/{id}/withdraw', {
      params: { path: { id }, header: ifMatch(revision) },
      body: { reason },
    })
    await refresh()
  }
  return (
    <div>
      <Typography.Text strong>{t('identity.consents')}</Typography.Text>
      <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
        {(consents.data?.items ?? []).map((consent) => (
          <li key={consent.id}>
            {consent.givenOn} · {t(`identity.bys.${consent.by}`)} · {t(`identity.forms.${consent.form}`)} ·{' '}
            {consent.purpose}{' '}
            {consent.withdrawnAt ? (
              <Typography.Text type="secondary">{t('identity.withdrawn')}</Typography.Text>
            ) : (
              <Button size="small" type="link" onClick={() => setWithdrawing(consent)}>
                {t('identity.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {consents.error && <ProblemAlert error={consents.error} onRetry={() => void consents.refetch()} />}
      <Button onClick={() => setOpen(true)}>{t('identity.consent')}</Button>
      {withdrawing && (
        <WhyDialog
          title={t('identity.withdraw')}
          onClose={() => setWithdrawing(undefined)}
          onGiven={(reason) => withdraw(withdrawing, reason)}
        />
      )}
      {isOpen && (
        <ConsentDialog
          needId={needId}
          onClose={() => {
            setOpen(false)
            void refresh()
          }}
        />
      )}
    </div>
  )
}

interface Fields {
  readonly by: 'self' | 'guardian'
  readonly form: 'written' | 'oral'
  readonly purpose: string
  readonly givenOn: Dayjs
  readonly giver?: string
  readonly witness?: string
}

function ConsentDialog({ needId, onClose }: { needId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const isOral = Form.useWatch('form', form) === 'oral'
  const submit = ({ givenOn, giver, witness, ...fields }: Fields, key: OnceKey) => {
    const body = {
      ...fields,
      givenOn: givenOn.format('YYYY-MM-DD'),
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
      initialValues={{ by: 'self', form: 'written', givenOn: dayjs() }}
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
        <DatePicker maxDate={dayjs()} />
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
