import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFilters } from '../../api/use-filters.js'
import { IndicatorFilters } from '../../indicators/indicator-filters.js'
import { IndicatorTables } from '../../indicators/indicator-tables.js'
import { spanOf } from '../../parts/months.js'
import { PageHead } from '../../parts/page-head.js'
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
      <IndicatorFilters groupings={groupings} by={by} span={span} onChange={change} />
      <IndicatorTables by={by} query={{ ...span, organization }} />
    </>
  )
}
