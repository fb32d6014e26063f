import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, bodyOf } from '../../api/client.js'
import { useFilters } from '../../api/use-filters.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import '../district.css'
import { SpanFields } from '../../parts/span-fields.js'
import { spanOf } from '../parts/months.js'
import { PageHead } from '../parts/page-head.js'
import { RegionSelect } from '../parts/region-select.js'
import { RatesTable } from './rates-table.js'
import { ServiceTotalsTable } from './service-totals.js'
import { groupings, useGroupNames } from './use-group-names.js'

/** What was done in the units of service records, and how requests were answered and fulfilled. */
export function IndicatorsPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['by', 'region', 'from', 'to'])
  const by = groupings.find((name) => name === filters.by) ?? 'month'
  const query = { ...(filters.region ? { region: filters.region } : {}), ...spanOf(filters.from, filters.to) }
  const rates = useQuery({
    queryKey: ['indicators', by, query],
    queryFn: () => bodyOf(api.GET('/insights/indicators', { params: { query: { ...query, by } } })),
  })
  const services = useQuery({
    queryKey: ['service-totals', by, query],
    queryFn: () =>
      bodyOf(
        api.GET('/service-totals', {
          params: { query: { ...query, by: by === 'category' ? 'branch' : by } },
        }),
      ),
  })
  const organizations = [
    ...new Set([
      ...(rates.data?.rows ?? []).flatMap(({ group }) => group ?? []),
      ...(services.data?.rows ?? []).flatMap(({ group }) => group.organization ?? []),
    ]),
  ]
  const nameOf = useGroupNames(by, organizations)
  const heading = t(`indicator.by.${by}`)
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
        <SpanFields {...query} onChange={change} />
        <RegionSelect value={filters.region} onChange={(region) => change({ region })} />
      </Flex>
      <Flex vertical gap={16}>
        <section className="district-panel" aria-labelledby="rates">
          <h2 id="rates">{t('indicator.rates')}</h2>
          {rates.error && <ProblemAlert error={rates.error} onRetry={() => void rates.refetch()} />}
          {rates.isPending && <Skeleton active aria-label={t('list.loading')} />}
          {rates.data && <RatesTable rows={rates.data.rows} heading={heading} nameOf={nameOf} />}
        </section>
        <section className="district-panel" aria-labelledby="services">
          <h2 id="services">{t('indicator.services')}</h2>
          {services.error && <ProblemAlert error={services.error} onRetry={() => void services.refetch()} />}
          {services.isPending && <Skeleton active aria-label={t('list.loading')} />}
          {services.data && (
            <ServiceTotalsTable rows={services.data.rows} heading={heading} nameOf={nameOf} />
          )}
        </section>
      </Flex>
    </>
  )
}
