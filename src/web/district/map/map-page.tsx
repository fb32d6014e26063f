import { Alert, Breadcrumb, Button, Flex, Typography } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegions } from '../../api/reference.js'
import { useSession } from '../../api/session.js'
import { ExportMenu } from '../../parts/export-menu.js'
import { ProblemAlert } from '../../parts/problem-alert.js'

import '../district.css'
import { monthsWithin } from '../../parts/months.js'
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
          {isExact && !isCommunity && months.length > 1 && (
            <MonthPlayer months={months} month={filters.month} onChange={turnTo} />
          )}
        </section>
        <section className="district-panel" aria-labelledby="trend-title">
          <h2 id="trend-title">{t('insight.trend')}</h2>
          {trend.data ? (
            <TrendChart rows={trend.data.rows} />
          ) : trend.isLoading ? (
            <Waiting />
          ) : (
            <p>{t('insight.notYours')}</p>
          )}
          <h2>{t('insight.why')}</h2>
          {causes.data ? (
            <CauseList counts={causes.data.rows[0]?.causes ?? {}} />
          ) : (
            <p>{t('insight.notYours')}</p>
          )}
          {matrix.data && <Denominators matrix={matrix.data} isOpen={measure === 'rate'} />}
        </section>
      </div>
      <section className="district-panel" aria-labelledby="matrix-title">
        <h2 id="matrix-title">{t('insight.matrix')}</h2>
        {matrix.isPending && <Waiting />}
        {matrix.data && <MatrixTable matrix={matrix.data} measure={measure} />}
      </section>
      {isCommunity && <NeedsBehind query={query} />}
    </>
  )
}

/** From the district down to what is shown; every step leads back. */
function RegionTrail({ region, onOpen }: { region: string | undefined; onOpen: (code: string) => void }) {
  const { t } = useTranslation()
  const { nodes } = useRegions()
  const own = useSession()?.account.region
  const chain = chainOf(nodes, region ?? own)
  return (
    <nav aria-label={t('insight.trail')} style={{ marginBottom: 12 }}>
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
