import { useQuery } from '@tanstack/react-query'
import { Flex, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../api/client.js'
import { ProblemAlert } from '../parts/problem-alert.js'
import '../district/district.css'
import { RatesTable } from './rates-table.js'
import { ServiceTotalsTable } from './service-totals.js'
import { type Grouping, useGroupNames } from './use-group-names.js'

interface Props {
  readonly by: Grouping
  readonly query: {
    readonly from: string
    readonly to: string
    readonly region?: string
    readonly organization?: string
  }
}

/** How requests were answered and fulfilled, and what was done in the units of service records. */
export function IndicatorTables({ by, query }: Props) {
  const { t } = useTranslation()
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
  const keys = [
    ...new Set([
      ...(rates.data?.rows ?? []).flatMap(({ group }) => group ?? []),
      ...(services.data?.rows ?? []).flatMap(({ group }) => group.organization ?? []),
    ]),
  ]
  const nameOf = useGroupNames(by, keys)
  const heading = t(`indicator.by.${by}`)
  return (
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
        {services.data && <ServiceTotalsTable rows={services.data.rows} heading={heading} nameOf={nameOf} />}
      </section>
    </Flex>
  )
}
