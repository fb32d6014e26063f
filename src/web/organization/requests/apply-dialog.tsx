import { useQueryClient } from '@tanstack/react-query'
import { App, DatePicker, Form, InputNumber, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, onceKey } from '../../api/client.js'
import type { Need } from '../../community/needs/list.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import type { Offering } from '../own.js'

interface Fields {
  readonly offeringId: string
  readonly quantity: number
  readonly plannedStart?: Dayjs
}

/** What an organisation says when it applies for a need: with which offering, how much of it and from when on. */
export function ApplyDialog({
  need,
  offerings,
  onClose,
}: {
  need: Need
  offerings: readonly Offering[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const key = useRef(onceKey())
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const open = openOf(need)
  const submit = async ({ offeringId, quantity, plannedStart }: Fields) => {
    setBusy(true)
    try {
      const start = plannedStart ? { plannedStart: plannedStart.format('YYYY-MM-DD') } : {}
      await api.POST('/needs/{id}/referrals', {
        params: { path: { id: need.id }, header: key.current },
        body: { how: 'apply', offeringId, quantity, ...start },
      })
      onClose()
      void message.success(t('requests.applied'))
      await Promise.all(
        ['referrals', 'need', 'matching-needs'].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      )
    } catch (problem) {
      key.current = onceKey()
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('requests.applyFor', { title: need.title })}
      okText={t('requests.apply')}
      cancelText={t('action.cancel')}
      confirmLoading={isBusy}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ offeringId: offerings[0]?.id, quantity: open }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="offeringId" label={t('requests.with')} rules={[{ required: true }]}>
          <Select options={offerings.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Form.Item
          name="quantity"
          label={t('requests.howMuch', { open, unit: t(`unit.${need.amount.unit}`) })}
          rules={[{ required: true }]}
        >
          <InputNumber min={0.5} max={open} />
        </Form.Item>
        <Form.Item name="plannedStart" label={t('referral.plannedStart')}>
          <DatePicker minDate={dayjs()} />
        </Form.Item>
        {error !== undefined && <ProblemAlert error={error} />}
      </Form>
    </Modal>
  )
}

function openOf({ amount, progress }: Need): number {
  const { reserved, committed, delivered } = progress ?? { reserved: 0, committed: 0, delivered: 0 }
  return amount.value - reserved - committed - delivered
}
