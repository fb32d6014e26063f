import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, ifMatch } from '../../api/client.js'
import type { OnceKey } from '../../api/use-once-keys.js'
import { FormDialog } from '../../parts/form-dialog.js'
import { RecordFields, type RecordValues } from './record-fields.js'
import { countsOf, type ServiceRecord, workOf } from './work.js'

type Correction = RecordValues & { readonly reason: string }

/** The whole record as it should be, and why it was not. */
export function CorrectDialog({ record, onClose }: { record: ServiceRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const { id, revision, organizationId, referralId, work, day, region, category, notes } = record
  const submit = ({ reason, ...fields }: Correction, key: OnceKey) => {
    const corrected = {
      ...{ organizationId, region: fields.region, category: fields.category },
      ...{ day: fields.day, work: workOf(fields.kind, fields.counts ?? {}) },
      ...(referralId ? { referralId } : {}),
      ...(fields.notes ? { notes: fields.notes } : {}),
    }
    return api.POST('/service-records/{id}/correct', {
      params: { path: { id }, header: { ...ifMatch(revision), ...key } },
      body: { record: corrected, reason },
    })
  }
  return (
    <FormDialog<Correction>
      title={t('records.correct')}
      okText={t('action.save')}
      initialValues={{
        ...{ kind: work.kind, counts: countsOf(work), day, region, category },
        ...(notes ? { notes } : {}),
      }}
      onSubmit={submit}
      onClose={onClose}
    >
      <RecordFields />
      <Form.Item name="reason" label={t('referral.why')} rules={[{ required: true }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}
