import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../api/client.js'
import { ExportMenu } from '../parts/export-menu.js'
import { PanelHead } from '../parts/panel-head.js'
import { ProblemAlert } from '../parts/problem-alert.js'
import '../district/district.css'
import { Waiting } from '../parts/waiting.js'
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
  const ratesQuery = { ...query, by }
  const servicesQuery = { ...query, by: by === 'category' ? 'branch' : by } as const
  const rates = useQuery({
    queryKey: ['indicators', ratesQuery],
    queryFn: () => bodyOf(api.GET('/insights/indicators', { params: { query: ratesQuery } })),
  })
  const services = useQuery({
    queryKey: ['service-totals', servicesQuery],
    queryFn: () => bodyOf(api.GET('/service-totals', { params: { query: servicesQuery } })),
  })
  const keys = [
    ...new Set([
      ...(rates.data?.rows ?? []).flatMap(({ group }) => group ?? []),
      ...(services.data?.rows ?? []).flatMap(({ group }) => group.organization ?? []),
    ]),
  ]
  const nameOf = useGroupNames(by, keys)
  const heading = t(`indicator.by.${by}`)
  const span = `${query.from} ${query.to}`
  return (
    <Flex vertical gap={16}>
      <section className="district-panel" aria-labelledby="rates">
        <PanelHead id="rates" title={t('indicator.rates')}>
          <ExportMenu
            name={`${t('indicator.rates')} ${span}`}
            read={(format) =>
              api.GET('/insights/indicators', {
                params: { query: { ...ratesQuery, format } },
                parseAs: 'blob',
              })
            }
          />
        </PanelHead>
        <Read of={rates}>
          {rates.data && <RatesTable rows={rates.data.rows} heading={heading} nameOf={nameOf} />}
        </Read>
      </section>
      <section className="district-panel" aria-labelledby="services">
        <PanelHead id="services" title={t('indicator.services')}>
          <ExportMenu
            name={`${t('indicator.services')} ${span}`}
            read={(format) =>
              api.GET('/service-totals', {
                params: { query: { ...servicesQuery, format } },
                parseAs: 'blob',
              })
            }
          />
        </PanelHead>
        <Read of={services}>
          {services.data && (
            <ServiceTotalsTable rows={services.data.rows} heading={heading} nameOf={nameOf} />
          )}
        </Read>
      </section>
    </Flex>
  )
}

/** Of a table with a line for each month, in px. */
const yearHeight = 488

/** That a table loads or could not be read, above what there is of it. */
function Read({ of, children }: { of: UseQueryResult; children: ReactNode }) {
  return (
    <>
      {of.error && <ProblemAlert error={of.error} onRetry={() => void of.refetch()} />}
      {of.isPending && <Waiting height={yearHeight} />}
      {children}
    </>
  )
}
