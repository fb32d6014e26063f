import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../api/client.js'

/** A coded reason, and words where the code alone says nothing; fields `code` and `note` of the form around it. */
export function ReasonFields() {
  const { t, i18n } = useTranslation()
  const code = Form.useWatch<string | undefined>('code')
  const { data } = useQuery({
    queryKey: ['reasons'],
    queryFn: () => bodyOf(api.GET('/reasons')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <Form.Item name="code" label={t('referral.reason')} rules={[{ required: true }]}>
        <Select
          options={(data?.items ?? []).map((reason) => ({
            value: reason.code,
            label: i18n.language === 'en' ? reason.en : reason.zh,
          }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('referral.note')} rules={[{ required: code === 'other' }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  )
}
