import { Flex, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { SpanFields } from '../../parts/span-fields.js'
import { TermSelect } from '../../parts/term-select.js'
import { causes } from '../parts/causes.js'
import { UrgencySelect } from '../parts/urgency-select.js'
import { measures } from './measures.js'
import type { useInsightFilters } from './use-insights.js'

/** What is measured, and of which needs. */
export function MapFilters({ state }: { state: ReturnType<typeof useInsightFilters> }) {
  const { t } = useTranslation()
  const { filters, change, query, measure } = state
  return (
    <Flex gap={8} wrap style={{ marginBottom: 12 }} role="search">
      <Select
        aria-label={t('insight.measure')}
        value={measure}
        onChange={(next) => change({ measure: next === 'count' ? undefined : next, cause: undefined })}
        options={measures.map((value) => ({ value, label: t(`insight.measures.${value}`) }))}
        style={{ width: 190 }}
      />
      <SpanFields {...query} onChange={(part) => change({ ...part, month: undefined })} />
      <TermSelect tree="services" value={filters.category} onChange={(category) => change({ category })} />
      <TermSelect tree="groups" value={filters.group} onChange={(group) => change({ group })} />
      <UrgencySelect value={filters.urgency} onChange={(urgency) => change({ urgency })} />
      <Select
        allowClear
        aria-label={t('insight.cause')}
        placeholder={t('insight.cause')}
        value={filters.cause ?? null}
        onChange={(cause: string | null | undefined) => change({ cause: cause ?? undefined })}
        options={causes.map((value) => ({ value, label: t(`cause.${value}`) }))}
        style={{ width: 150 }}
      />
    </Flex>
  )
}
