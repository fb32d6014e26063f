import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Breadcrumb, Button, Flex, Typography } from 'antd'
import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegions } from '../../api/reference.js'
import { useSession } from '../../api/session.js'
import { ExportMenu } from '../../parts/export-menu.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import '../district.css'
import { monthsWithin } from '../../../platform/months.js'
import { PageHead } from '../../parts/page-head.js'
import { Waiting } from '../../parts/waiting.js'
import { CauseList } from '../parts/cause-list.js'
import { longDay } from '../parts/day.js'
import { chainOf } from './chain.js'
import { Denominators } from './denominators.js'
import { MapFilters } from './map-filters.js'
import { MapPanel } from './map-panel.js'
import { MatrixTable } from './matrix-table.js'
import { MonthPlayer } from './month-player.js'
import { NeedsBehind } from './needs-behind.js'
import { TrendChart } from './trend-chart.js'
import {
  featuresOf,
  readMatrixFile,
  useCauses,
  useInsightFilters,
  useMatrix,
  useTrend,
} from './use-insights.js'

/** About what the parts of a district take, on a phone too: what stands below them shall not jump. */
const heights = { trend: 'min(296px, 56vw)', causes: 60, matrix: 617 } as const

/** Where needs stay unmet, of what, since when and why. */
export function MapPage() {
  const { t, i18n } = useTranslation()
  const state = useInsightFilters()
  const { filters, change, query, measure } = state
  const matrix = useMatrix(query)
  const isExact = matrix.data?.isExact ?? false
  const trend = useTrend(query, isExact)
  const causes = useCauses(query, undefined, isExact)
  const months = monthsWithin(query.from, query.to)
  const turnTo = useCallback((month: string | undefined) => change({ month }), [change])
  const region = filters.region ?? matrix.data?.region
  const isCommunity = region !== undefined && !region.endsWith('000')
  return (
    <>
      <PageHead title={t('place.map')} help={t('insight.help')}>
        <Flex gap={8} wrap className="no-print">
          <ExportMenu
            name={`${t('place.map')} ${query.from} ${query.to}`}
            read={(format) => readMatrixFile(query, format)}
          />
          <Button href={featuresOf(query)} target="_blank">
            GeoJSON
          </Button>
        </Flex>
      </PageHead>
      <MapFilters state={state} />
      <RegionTrail region={region} onOpen={(code) => change({ region: code })} />
      {matrix.error && <ProblemAlert error={matrix.error} onRetry={() => void matrix.refetch()} />}
      {matrix.data?.publishedAt && (
        <Alert
          type="info"
          showIcon
          title={t('insight.published', { at: longDay(matrix.data.publishedAt, i18n.language) })}
        />
      )}
      <div className="district-split">
        <section className="district-panel" aria-labelledby="map-title">
          <h2 id="map-title">{t(`insight.measures.${measure}`)}</h2>
          {isCommunity ? (
            <Typography.Paragraph>{t('insight.smallest')}</Typography.Paragraph>
          ) : (
            <MapPanel state={state} />
          )}
          {(isExact || matrix.isPending) && !isCommunity && months.length > 1 && (
            <MonthPlayer months={months} month={filters.month} onChange={turnTo} />
          )}
        </section>
        <section className="district-panel" aria-labelledby="trend-title">
          <h2 id="trend-title">{t('insight.trend')}</h2>
          <Own read={trend} isAwaited={matrix.isPending} height={heights.trend}>
            {trend.data && <TrendChart rows={trend.data.rows} />}
          </Own>
          <h2>{t('insight.why')}</h2>
          <Own read={causes} isAwaited={matrix.isPending} height={heights.causes}>
            {causes.data && <CauseList counts={causes.data.rows[0]?.causes ?? {}} />}
          </Own>
          {matrix.data && <Denominators matrix={matrix.data} isOpen={measure === 'rate'} />}
        </section>
      </div>
      <section className="district-panel" aria-labelledby="matrix-title">
        <h2 id="matrix-title">{t('insight.matrix')}</h2>
        {matrix.isPending && <Waiting height={heights.matrix} />}
        {matrix.data && <MatrixTable matrix={matrix.data} measure={measure} />}
      </section>
      {isCommunity && <NeedsBehind query={query} />}
    </>
  )
}

interface OwnProps {
  readonly read: UseQueryResult
  /** Whether it is not known yet whose region this is. */
  readonly isAwaited: boolean
  readonly height: number | string
  readonly children: ReactNode
}

/** What only those are told who are responsible for the region. */
function Own({ read, isAwaited, height, children }: OwnProps) {
  const { t } = useTranslation()
  if (isAwaited || read.isLoading) return <Waiting height={height} />
  if (read.error) return <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
  return children || <p>{t('insight.notYours')}</p>
}

/** From the district down to what is shown; every step leads back. */
function RegionTrail({ region, onOpen }: { region: string | undefined; onOpen: (code: string) => void }) {
  const { t } = useTranslation()
  const { nodes } = useRegions()
  const own = useSession()?.account.region
  const chain = chainOf(nodes, region ?? own)
  return (
    <nav aria-label={t('insight.trail')} style={{ marginBottom: 12, minHeight: 24 }}>
      <Breadcrumb
        items={chain.map(({ value, title }, at) => ({
          key: value,
          title:
            at === chain.length - 1 ? (
              <strong>{title}</strong>
            ) : (
              <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onOpen(value)}>
                {title}
              </Button>
            ),
        }))}
      />
    </nav>
  )
}
