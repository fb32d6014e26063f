import { Form, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, onceKey } from '../../api/client.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { RecordFields, type RecordValues } from './record-fields.js'
import { countsOf, type ServiceRecord, workOf } from './work.js'

/** The whole record as it should be, and why it was not. */
export function CorrectDialog({ record, onClose }: { record: ServiceRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<RecordValues & { reason: string }>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const { id, revision, organizationId, referralId, work, day, region, category, notes } = record
  const submit = async ({ reason, ...fields }: RecordValues & { reason: string }) => {
    setBusy(true)
    const corrected = {
      ...{ organizationId, region: fields.region, category: fields.category },
      ...{ day: fields.day.format('YYYY-MM-DD'), work: workOf(fields.kind, fields.counts ?? {}) },
      ...(referralId ? { referralId } : {}),
      ...(fields.notes ? { notes: fields.notes } : {}),
    }
    try {
      await api.POST('/service-records/{id}/correct', {
        params: { path: { id }, header: { ...ifMatch(revision), ...onceKey() } },
        body: { record: corrected, reason },
      })
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('records.correct')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      confirmLoading={isBusy}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: work.kind, counts: countsOf(work), day: dayjs(day), region, category, notes }}
        onFinish={(fields) => void submit(fields)}
      >
        <RecordFields />
        <Form.Item name="reason" label={t('referral.why')} rules={[{ required: true }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {error !== undefined && <ProblemAlert error={error} />}
      </Form>
    </Modal>
  )
}
