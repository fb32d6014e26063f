import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

export const urgencies = ['crisis', 'urgent', 'soon', 'routine'] as const
export type Urgency = (typeof urgencies)[number]

/** What an address says, where it is an urgency. */
export function urgencyOf(text: string | undefined): Urgency | undefined {
  return urgencies.find((urgency) => urgency === text)
}

export function UrgencySelect(props: {
  value: string | undefined
  onChange: (urgency: string | undefined) => void
}) {
  const { t } = useTranslation()
  return (
    <Select
      allowClear
      aria-label={t('needs.urgency')}
      placeholder={t('needs.urgency')}
      value={urgencyOf(props.value) ?? null}
      onChange={(urgency: string | null | undefined) => props.onChange(urgency ?? undefined)}
      options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
      style={{ width: 120 }}
    />
  )
}
