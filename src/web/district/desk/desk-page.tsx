import { Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.js'
import { useFilters } from '../../api/use-filters.js'
import { readNeedsFile } from '../../community/needs/list.js'
import type { FileFormat } from '../../parts/export-menu.js'
import { ListTools } from '../../parts/list-tools.js'
import '../district.css'
import { PageHead } from '../../parts/page-head.js'
import { RegionSelect } from '../parts/region-select.js'
import { UrgencySelect, urgencyOf } from '../parts/urgency-select.js'
import { LoadTable } from './load-table.js'
import { NeedQueue } from './need-queue.js'
import { openNeeds, type QueueFilters, readQueueFile } from './queue.js'
import { ReferralQueue } from './referral-queue.js'

const views = ['owed', 'needs', 'overdue', 'load'] as const

/** What waits for the staff of a street or district, the most urgent first. */
export function DeskPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['view', 'region', 'urgency'])
  const view = views.find((name) => name === filters.view) ?? 'owed'
  const urgency = urgencyOf(filters.urgency)
  const query = { ...(filters.region ? { region: filters.region } : {}), ...(urgency ? { urgency } : {}) }
  return (
    <>
      <PageHead title={t('place.desk')} help={t(`desk.help.${view}`)}>
        <ListTools
          list="desk"
          name={t(`desk.views.${view}`)}
          read={(format) => readView(view, query, format)}
        />
      </PageHead>
      <Flex gap={8} wrap style={{ marginBottom: 16 }} role="search">
        <Segmented
          aria-label={t('desk.view')}
          value={view}
          onChange={(next) => change({ view: next === 'owed' ? undefined : next })}
          options={views.map((value) => ({ value, label: t(`desk.views.${value}`) }))}
        />
        <RegionSelect value={filters.region} onChange={(region) => change({ region })} />
        {view !== 'load' && (
          <UrgencySelect value={filters.urgency} onChange={(next) => change({ urgency: next })} />
        )}
      </Flex>
      {view === 'owed' && <ReferralQueue query={queues.owed} filters={query} empty={t('desk.noneOwed')} />}
      {view === 'overdue' && (
        <ReferralQueue query={queues.overdue} filters={query} empty={t('desk.noneOverdue')} />
      )}
      {view === 'needs' && <NeedQueue key={JSON.stringify(query)} filters={query} />}
      {view === 'load' && <LoadTable region={filters.region} />}
    </>
  )
}

const queues = { owed: { owes: 'staff' }, needs: openNeeds, overdue: { overdue: true } } as const

/** What a view shows, as a file. */
function readView(view: (typeof views)[number], filters: QueueFilters, format: FileFormat) {
  const { region } = filters
  if (view === 'needs') return readNeedsFile({ ...filters, ...queues.needs }, format)
  if (view !== 'load') return readQueueFile(queues[view], filters, format)
  const query = { ...(region ? { region } : {}), format }
  return api.GET('/referrals/load', { params: { query }, parseAs: 'blob' })
}
