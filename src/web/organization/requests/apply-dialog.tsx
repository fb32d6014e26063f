import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.js'
import type { OnceKey } from '../../api/use-once-keys.js'
import type { Need } from '../../community/needs/list.js'
import { today } from '../../parts/days.js'
import { FormDialog } from '../../parts/form-dialog.js'
import { useMessages } from '../../parts/messages.js'
import { useInUnits } from '../../parts/use-in-units.js'
import type { Offering } from '../own.js'

interface Fields {
  readonly offeringId: string
  readonly quantity: number
  readonly plannedStart?: string
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
  const message = useMessages()
  const queries = useQueryClient()
  const inUnits = useInUnits()
  const open = openOf(need)
  const submit = async ({ offeringId, quantity, plannedStart }: Fields, key: OnceKey) => {
    const start = plannedStart ? { plannedStart } : {}
    await api.POST('/needs/{id}/referrals', {
      params: { path: { id: need.id }, header: key },
      body: { how: 'apply', offeringId, quantity, ...start },
    })
    message.success(t('requests.applied'))
    for (const name of ['referrals', 'need', 'matching-needs'])
      void queries.invalidateQueries({ queryKey: [name] })
  }
  return (
    <FormDialog<Fields>
      title={t('requests.applyFor', { title: need.title })}
      okText={t('requests.apply')}
      initialValues={{ ...(offerings[0] ? { offeringId: offerings[0].id } : {}), quantity: open }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="offeringId" label={t('requests.with')} rules={[{ required: true }]}>
        <Select options={offerings.map(({ id, title }) => ({ value: id, label: title }))} />
      </Form.Item>
      <Form.Item
        name="quantity"
        label={t('requests.howMuch', inUnits(open, need.amount.unit))}
        rules={[{ required: true }]}
      >
        <InputNumber min={0.5} max={open} />
      </Form.Item>
      <Form.Item name="plannedStart" label={t('referral.plannedStart')}>
        <Input type="date" min={today()} />
      </Form.Item>
    </FormDialog>
  )
}

function openOf({ amount, progress }: Need): number {
  const { reserved, committed, delivered } = progress ?? { reserved: 0, committed: 0, delivered: 0 }
  return amount.value - reserved - committed - delivered
}
