import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, ifMatch } from '../../api/client.js'
import type { OnceKey } from '../../api/use-once-keys.js'
import { minuteOf } from '../../parts/days.js'
import { FormDialog } from '../../parts/form-dialog.js'
import { useMessages } from '../../parts/messages.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { showRefusals } from '../../parts/show-refusals.js'
import { rosterKey, type Turn, useDutyPlaces, useDutyStaff } from './roster.js'

interface Fields {
  readonly region: string
  readonly accountId: string
  /** By the reader's clock, e.g. `2026-03-01T18:00`. */
  readonly from: string
  readonly to: string
}

const fieldNames = ['region', 'accountId', 'from', 'to'] as const
const usualMs = 24 * 3_600_000

/** Puts somebody on duty, or changes a turn. */
export function TurnDialog({ turn, onClose }: { turn?: Turn; onClose: () => void }) {
  const { t } = useTranslation()
  const message = useMessages()
  const queries = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const places = useDutyPlaces()
  const initial = turn ? fieldsOf(turn) : newFields(places[0]?.value)
  const region = Form.useWatch('region', form) ?? initial.region
  const staff = useDutyStaff(region)
  // Whose turn it is has a name before the others are read, and also where they have left.
  const holder = turn?.region === region ? [{ id: turn.accountId, name: turn.name }] : []
  const others = (staff.data ?? []).filter(({ id }) => id !== holder[0]?.id)
  const offered = [...holder, ...others]
  const submit = async ({ from, to, ...fields }: Fields, key: OnceKey) => {
    const body = { ...fields, from: new Date(from).toISOString(), to: new Date(to).toISOString() }
    try {
      if (turn) {
        const params = { path: { id: turn.id }, header: ifMatch(turn.revision) }
        await api.PUT('/duty-turns/{id}', { params, body })
      } else {
        await api.POST('/duty-turns', { params: { header: key }, body })
      }
    } catch (problem) {
      showRefusals(form, problem, fieldNames)
      throw problem
    } finally {
      void queries.invalidateQueries({ queryKey: rosterKey })
    }
    message.success(t('duty.kept'))
  }
  const required = [{ required: true }]
  return (
    <FormDialog<Fields>
      title={t(turn ? 'duty.amend' : 'duty.add')}
      okText={t('action.save')}
      form={form}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="region" label={t('duty.region')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={places.map(({ value, title }) => ({ value, label: title }))}
          onChange={() => form.setFieldValue('accountId', undefined)}
        />
      </Form.Item>
      <Form.Item name="accountId" label={t('duty.who')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={staff.isLoading}
          notFoundContent={staff.error ? null : t(staff.isSuccess ? 'duty.noStaff' : 'list.loading')}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {staff.error && <ProblemAlert error={staff.error} onRetry={() => void staff.refetch()} />}
      <Form.Item name="from" label={t('duty.from')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="to" label={t('duty.to')} rules={required} extra={t('duty.longest')}>
        <Input type="datetime-local" />
      </Form.Item>
    </FormDialog>
  )
}

function fieldsOf({ region, accountId, from, to }: Turn): Fields {
  return { region, accountId, from: minuteOf(new Date(from)), to: minuteOf(new Date(to)) }
}

function newFields(region: string | undefined): Partial<Fields> {
  const now = Date.now()
  return {
    ...(region ? { region } : {}),
    from: minuteOf(new Date(now)),
    to: minuteOf(new Date(now + usualMs)),
  }
}
