import { Form, Input, InputNumber, Radio, Rate } from 'antd'
import { useTranslation } from 'react-i18next'
import { today } from '../parts/days.js'
import { FormDialog } from '../parts/form-dialog.js'
import { ReasonFields } from '../parts/reason-fields.js'
import { act, formOf, type PersonAction, type Referral } from './actions.js'

interface Props {
  readonly referral: Referral
  readonly action: PersonAction
  readonly onDone: (after: Referral) => void
  readonly onClose: () => void
}

interface Fields {
  readonly quantity?: number
  readonly plannedStart?: string
  readonly code?: string
  readonly note?: string
  readonly why?: string
  readonly delivered?: number
  readonly on?: string
  readonly goal?: 'full' | 'part' | 'not'
  readonly came?: boolean
  readonly onTime?: boolean
  readonly stars?: number
  readonly comment?: string
}

/** Asks what an action needs, and does it. */
export function ActionDialog({ referral, action, onDone, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <FormDialog<Fields>
      title={t(`act.${action}`)}
      initialValues={initialFields(referral)}
      onSubmit={async (fields, key) => onDone(await act(referral, action, bodyOfFields(action, fields), key))}
      onClose={onClose}
    >
      <FieldsOf action={action} referral={referral} />
    </FormDialog>
  )
}

function initialFields({ quantity, plannedStart }: Referral): Fields {
  return {
    quantity,
    delivered: quantity,
    on: today(),
    goal: 'full',
    came: true,
    onTime: true,
    ...(plannedStart ? { plannedStart } : {}),
  }
}

function bodyOfFields(action: PersonAction, fields: Fields): object {
  const { quantity, plannedStart, code, note, why, delivered, on, goal, came, onTime, stars, comment } =
    fields
  const start = plannedStart ? { plannedStart } : {}
  switch (formOf[action]) {
    case 'accept':
      return { quantity, ...start }
    case 'amend':
      return { why, quantity, ...start }
    case 'reason':
      return { reason: { code, ...(note ? { note } : {}) } }
    case 'why':
      return { why }
    case 'report':
      return { report: { delivered, on, goal, ...(note ? { note } : {}) } }
    case 'rating':
      return { rating: { came, onTime, goal, ...(stars ? { stars } : {}), ...(comment ? { comment } : {}) } }
    default:
      return {}
  }
}

function FieldsOf({ action, referral }: { action: PersonAction; referral: Referral }) {
  const { t } = useTranslation()
  const required = [{ required: true }]
  switch (formOf[action]) {
    case 'accept':
      return <QuantityFields label={t('referral.acceptQuantity')} max={referral.quantity} />
    case 'amend':
      return (
        <>
          <QuantityFields label={t('referral.acceptQuantity')} />
          <Form.Item name="why" label={t('referral.why')} rules={required}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </>
      )
    case 'reason':
      return <ReasonFields />
    case 'why':
      return (
        <Form.Item name="why" label={t('referral.why')} rules={required}>
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
      )
    case 'report':
      return <ReportFields />
    case 'rating':
      return <RatingFields />
    default:
      return null
  }
}

function QuantityFields({ label, max }: { label: string; max?: number }) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="quantity" label={label} rules={[{ required: true }]}>
        <InputNumber min={0.5} step={1} {...(max === undefined ? {} : { max })} />
      </Form.Item>
      <Form.Item name="plannedStart" label={t('referral.plannedStart')}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

function GoalField() {
  const { t } = useTranslation()
  return (
    <Form.Item name="goal" label={t('referral.reportGoal')} rules={[{ required: true }]}>
      <Radio.Group
        options={(['full', 'part', 'not'] as const).map((value) => ({ value, label: t(`goal.${value}`) }))}
      />
    </Form.Item>
  )
}

function ReportFields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="delivered" label={t('referral.reportDelivered')} rules={[{ required: true }]}>
        <InputNumber min={0.5} />
      </Form.Item>
      <Form.Item name="on" label={t('referral.reportOn')} rules={[{ required: true }]}>
        <Input type="date" max={today()} />
      </Form.Item>
      <GoalField />
      <Form.Item name="note" label={t('referral.note')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  )
}

function RatingFields() {
  const { t } = useTranslation()
  const yesNo = [
    { value: true, label: t('referral.yes') },
    { value: false, label: t('referral.no') },
  ]
  return (
    <>
      <Form.Item name="came" label={t('referral.rateCame')}>
        <Radio.Group options={yesNo} />
      </Form.Item>
      <Form.Item name="onTime" label={t('referral.rateOnTime')}>
        <Radio.Group options={yesNo} />
      </Form.Item>
      <GoalField />
      <Form.Item name="stars" label={t('referral.rateStars')}>
        <Rate />
      </Form.Item>
      <Form.Item name="comment" label={t('referral.rateComment')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  )
}
