import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../../api/client.js'
import { useRegions } from '../../api/reference.js'
import { useFilters } from '../../api/use-filters.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import '../district.css'
import { PageHead } from '../../parts/page-head.js'
import { Waiting } from '../../parts/waiting.js'
import { RegionSelect } from '../parts/region-select.js'
import { quartersUntil } from './quarters.js'
import { ReportBody } from './report-body.js'
import { ReportState } from './report-state.js'

/** The report of a quarter, to be read, printed or taken as a sheet. */
export function ReportPage() {
  const { t } = useTranslation()
  const { nameOf } = useRegions()
  const { filters, change } = useFilters(['quarter', 'region'])
  const quarters = quartersUntil(new Date())
  // The last that is over: of the present one there is nothing to report yet.
  const quarter = quarters.find((name) => name === filters.quarter) ?? quarters[1] ?? ''
  const query = { quarter, ...(filters.region ? { region: filters.region } : {}) }
  const report = useQuery({
    queryKey: ['report', query],
    queryFn: () => bodyOf(api.GET('/insights/report', { params: { query } })),
  })
  return (
    <>
      <Flex gap={8} wrap style={{ marginBottom: 16 }} className="no-print" role="search">
        <Select
          aria-label={t('report.quarter')}
          value={quarter}
          onChange={(next: string) => change({ quarter: next })}
          options={quarters.map((value) => ({ value, label: value }))}
          style={{ width: 120 }}
        />
        <RegionSelect value={filters.region} onChange={(region) => change({ region })} />
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('report.print')}
        </Button>
        <Button
          href={`/api/v1/insights/report?${new URLSearchParams({ ...query, format: 'xlsx' })}`}
          download
        >
          XLSX
        </Button>
      </Flex>
      {report.error && <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Waiting />}
      {report.data && (
        <article className="district-report">
          <PageHead
            title={t('report.title', { region: nameOf(report.data.region), quarter })}
            help={t('report.span', { from: report.data.from, to: report.data.to })}
          />
          <ReportState report={report.data} />
          <ReportBody report={report.data} />
        </article>
      )}
    </>
  )
}
