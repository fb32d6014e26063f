import { Flex, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SpanFields } from '../parts/span-fields.js'
import type { Grouping } from './use-group-names.js'

interface Props {
  readonly groupings: readonly Grouping[]
  readonly by: Grouping
  readonly span: { readonly from: string; readonly to: string }
  readonly onChange: (change: { by?: string; from?: string; to?: string }) => void
  readonly children?: ReactNode
}

/** By what indicators are grouped, of which months, and what else they are narrowed to. */
export function IndicatorFilters({ groupings, by, span, onChange, children }: Props) {
  const { t } = useTranslation()
  return (
    <Flex gap={8} wrap style={{ marginBottom: 16 }} role="search">
      <Segmented
        aria-label={t('indicator.grouped')}
        style={{ maxWidth: '100%', overflowX: 'auto' }}
        value={by}
        onChange={(next) => onChange({ by: next })}
        options={groupings.map((value) => ({ value, label: t(`indicator.by.${value}`) }))}
      />
      <SpanFields {...span} onChange={onChange} />
      {children}
    </Flex>
  )
}
