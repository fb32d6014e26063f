import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFilters } from '../../api/use-filters.js'
import { IndicatorFilters } from '../../indicators/indicator-filters.js'
import { IndicatorTables } from '../../indicators/indicator-tables.js'
import { groupings } from '../../indicators/use-group-names.js'
import { spanOf } from '../../parts/months.js'
import { PageHead } from '../../parts/page-head.js'
import { RegionSelect } from '../parts/region-select.js'

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
      <IndicatorFilters groupings={groupings} by={by} span={span} onChange={change}>
        <RegionSelect value={filters.region} onChange={(region) => change({ region })} />
      </IndicatorFilters>
      <IndicatorTables by={by} query={{ ...span, ...(filters.region ? { region: filters.region } : {}) }} />
    </>
  )
}
