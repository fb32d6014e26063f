import { Button, Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFilters } from '../../api/use-filters.js'
import { IndicatorTables } from '../../district/indicators/indicator-tables.js'
import { spanOf } from '../../district/parts/months.js'
import { PageHead } from '../../district/parts/page-head.js'
import { SpanFields } from '../../parts/span-fields.js'
import { useOwnOrganization } from '../own.js'

const groupings = ['month', 'street', 'category'] as const

/** What the own organisation has done, in the district's units, and how it answered what it was asked. */
export function IndicatorsPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['by', 'from', 'to'])
  const organization = useOwnOrganization()
  const by = groupings.find((name) => name === filters.by) ?? 'month'
  const span = spanOf(filters.from, filters.to)
  return (
    <>
      <PageHead title={t('place.ownIndicators')} help={t('indicator.ownHelp')}>
        <Link to="/organization/records/sheet">
          <Button tabIndex={-1}>{t('records.sheet')}</Button>
        </Link>
      </PageHead>
      <Flex gap={8} wrap style={{ marginBottom: 16 }} role="search">
        <Segmented
          aria-label={t('indicator.grouped')}
          value={by}
          onChange={(next) => change({ by: next })}
          options={groupings.map((value) => ({ value, label: t(`indicator.by.${value}`) }))}
        />
        <SpanFields {...span} onChange={change} />
      </Flex>
      <IndicatorTables by={by} query={{ ...span, organization }} />
    </>
  )
}
