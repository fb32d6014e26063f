import { Flex, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRegions, useTerms } from '../../api/reference.js'
import { Choices } from '../../parts/choices.js'
import { today } from '../../parts/days.js'
import { TreePicker } from '../../parts/tree-picker.js'
import { WholeNumber } from '../../parts/whole-number.js'
import { type Measure, measuresOf, type WorkKind, workKinds } from './work.js'

export interface RecordValues {
  readonly kind: WorkKind
  readonly counts: Partial<Record<Measure, number>>
  readonly day: string
  readonly region: string
  readonly category: string
  readonly notes?: string
}

/** What was done, kind first, in fields that a thumb can hit; fields of the form around it. */
export function RecordFields() {
  const { t } = useTranslation()
  const kind = Form.useWatch<WorkKind | undefined>('kind') ?? 'visit'
  const regions = useRegions()
  const services = useTerms('services')
  const required = [{ required: true }]
  return (
    <>
      <Form.Item name="kind" label={t('records.kind')} rules={required}>
        <Choices options={workKinds.map((value) => ({ value, label: t(`workKind.${value}`) }))} />
      </Form.Item>
      <Flex gap={12} wrap>
        {measuresOf[kind].map((measure) => (
          <Form.Item
            key={measure}
            name={['counts', measure]}
            label={t(`measure.${measure}`)}
            style={{ flex: '1 1 130px', maxWidth: 220 }}
          >
            <WholeNumber size="large" />
          </Form.Item>
        ))}
      </Flex>
      <Form.Item name="day" label={t('records.day')} rules={required}>
        <Input type="date" size="large" max={today()} />
      </Form.Item>
      <Form.Item name="region" label={t('records.region')} rules={required}>
        <TreePicker size="large" tree={regions} />
      </Form.Item>
      <Form.Item name="category" label={t('records.category')} rules={required}>
        <TreePicker size="large" tree={services} />
      </Form.Item>
      <Form.Item name="notes" label={t('records.notes')} extra={t('records.notesHelp')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  )
}
