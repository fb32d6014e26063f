import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.js'
import { useOnceKeys } from '../../api/use-once-keys.js'
import { useMessages } from '../../parts/messages.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { type GapAction, type GapPlace, placeOf } from './gaps.js'

type Fields = Pick<GapAction, 'type' | 'owner' | 'dueOn' | 'note'>

const types: readonly GapAction['type'][] = ['invite', 'widen', 'commission', 'prioritise']

/** Begins something about a gap; its figures of today are kept, so that it can be seen what came of it. */
export function ActionForm({ place, onDone }: { place: GapPlace; onDone: () => void }) {
  const { t } = useTranslation()
  const message = useMessages()
  const queries = useQueryClient()
  const keys = useOnceKeys()
  const [error, setError] = useState<unknown>()
  const submit = async ({ note, ...fields }: Fields) => {
    try {
      const body = { ...placeOf(place), ...fields, ...(note ? { note } : {}) }
      await api.POST('/insights/actions', { params: { header: keys.of(body) }, body })
      message.success(t('gap.begun'))
      await queries.invalidateQueries({ queryKey: ['gap-actions'] })
      onDone()
    } catch (problem) {
      setError(problem)
    }
  }
  const required = [{ required: true }]
  return (
    <section className="district-panel">
      <h2>{t('gap.begin')}</h2>
      <Form<Fields>
        layout="vertical"
        initialValues={{ type: 'invite' }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="type" label={t('gap.column.type')} rules={required}>
          <Select options={types.map((value) => ({ value, label: t(`gap.type.${value}`) }))} />
        </Form.Item>
        <Form.Item name="owner" label={t('gap.column.owner')} rules={required}>
          <Input maxLength={100} placeholder={t('gap.ownerExample')} />
        </Form.Item>
        <Form.Item name="dueOn" label={t('gap.column.dueOn')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="note" label={t('gap.column.note')}>
          <Input.TextArea rows={2} maxLength={500} placeholder={t('gap.noteHelp')} />
        </Form.Item>
        {error !== undefined && <ProblemAlert error={error} />}
        <Button type="primary" htmlType="submit">
          {t('gap.begin')}
        </Button>
      </Form>
    </section>
  )
}
