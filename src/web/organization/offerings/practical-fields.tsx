import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Flex, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/field.js'
import type { Hours } from './draft.js'
import type { FieldsProps } from './offering-fields.js'

const units = ['case', 'visit', 'place', 'session', 'activity', 'hour', 'item'] as const
/** As seeds/taxonomy/qualifications.yaml names them; a district that adds others sees their codes. */
const qualifications = [
  'social-worker',
  'counsellor',
  'lawyer',
  'mediator',
  'nurse',
  'rehab-therapist',
  'special-teacher',
  'elderly-carer',
  'food-licence',
  'minor-check',
] as const

/** How much, when, for how much money and by whom. */
export function PracticalFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Flex gap={16} wrap>
        <Field label={t('offerings.howMany')} htmlFor="offering-capacity">
          <Flex gap={8}>
            <InputNumber
              id="offering-capacity"
              min={1}
              max={100_000}
              value={draft.perMonth}
              onChange={(perMonth) => onChange({ perMonth })}
            />
            <Select
              aria-label={t('offerings.unit')}
              value={draft.unit}
              onChange={(unit) => onChange({ unit })}
              options={units.map((value) => ({ value, label: t(`unit.${value}`) }))}
              style={{ width: 110 }}
            />
          </Flex>
        </Field>
        <Field label={t('offerings.fee')} htmlFor="offering-fee">
          <Flex gap={8}>
            <InputNumber
              id="offering-fee"
              min={0}
              precision={2}
              value={draft.fee}
              onChange={(fee) => onChange({ fee })}
            />
            <Input
              aria-label={t('offerings.feeNote')}
              placeholder={t('offerings.feeNote')}
              maxLength={200}
              disabled={draft.fee === null}
              value={draft.feeNote}
              onChange={({ target }) => onChange({ feeNote: target.value })}
            />
          </Flex>
        </Field>
      </Flex>
      <Field label={t('offerings.qualifications')} htmlFor="offering-qualifications">
        <Select
          id="offering-qualifications"
          mode="multiple"
          style={{ width: '100%' }}
          value={[...draft.qualifications]}
          onChange={(chosen: string[]) => onChange({ qualifications: chosen })}
          options={qualifications.map((value) => ({ value, label: t(`qualification.${value}`) }))}
        />
      </Field>
      <HoursField hours={draft.calendar} onChange={(calendar) => onChange({ calendar })} />
    </>
  )
}

/** Monday is 1. */
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const usual: Hours = { weekday: 1, from: '09:00', to: '17:30' }

function HoursField({
  hours,
  onChange,
}: {
  hours: readonly Hours[]
  onChange: (hours: readonly Hours[]) => void
}) {
  const { t } = useTranslation()
  const put = (at: number, part: Partial<Hours>) =>
    onChange(hours.map((line, i) => (i === at ? { ...line, ...part } : line)))
  const last = hours.at(-1)
  const next = last ? { ...last, weekday: (last.weekday % 7) + 1 } : usual
  return (
    <Field label={t('offerings.hours')}>
      <Flex vertical gap={8} align="start">
        {hours.map(({ weekday, from, to }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and only their place tells them apart
          <Flex key={at} gap={8} wrap align="center">
            <Select
              aria-label={t('offerings.weekday')}
              value={weekday}
              onChange={(value) => put(at, { weekday: value })}
              options={weekdays.map((day, i) => ({ value: i + 1, label: t(`weekday.${day}`) }))}
              style={{ width: 100 }}
            />
            <TimeField
              label={t('offerings.opens')}
              value={from}
              onChange={(time) => put(at, { from: time })}
            />
            <TimeField label={t('offerings.closes')} value={to} onChange={(time) => put(at, { to: time })} />
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('offerings.removeHours')}
              onClick={() => onChange(hours.filter((_, i) => i !== at))}
            />
          </Flex>
        ))}
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={hours.length >= 42}
          onClick={() => onChange([...hours, next])}
        >
          {t('offerings.addHours')}
        </Button>
      </Flex>
    </Field>
  )
}

function TimeField(props: { label: string; value: string; onChange: (time: string) => void }) {
  return (
    <Input
      type="time"
      aria-label={props.label}
      value={props.value}
      onChange={({ target }) => target.value && props.onChange(target.value)}
      style={{ width: 120 }}
    />
  )
}
