import { Button, Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFilters } from '../../api/use-filters.js'
import { SpanFields } from '../../parts/span-fields.js'
import { spanOf } from '../parts/months.js'
import { PageHead } from '../parts/page-head.js'
import { RegionSelect } from '../parts/region-select.js'
import { IndicatorTables } from './indicator-tables.js'
import { groupings } from './use-group-names.js'

/** What was done in a region, and how requests were answered there. */
export function IndicatorsPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['by', 'region', 'from', 'to'])
  const by = groupings.find((name) => name === filters.by) ?? 'month'
  const span = spanOf(filters.from, filters.to)
  return (
    <>
      <PageHead title={t('place.indicators')} help={t('indicator.help')}>
        <Link to="/district/indicators/report">
          <Button tabIndex={-1}>{t('place.report')}</Button>
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
        <RegionSelect value={filters.region} onChange={(region) => change({ region })} />
      </Flex>
      <IndicatorTables by={by} query={{ ...span, ...(filters.region ? { region: filters.region } : {}) }} />
    </>
  )
}
