import { Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFilters } from '../../api/use-filters.js'
import '../district.css'
import { PageHead } from '../parts/page-head.js'
import { RegionSelect } from '../parts/region-select.js'
import { UrgencySelect, urgencyOf } from '../parts/urgency-select.js'
import { LoadTable } from './load-table.js'
import { NeedQueue } from './need-queue.js'
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
      <PageHead title={t('place.desk')} help={t(`desk.help.${view}`)} />
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
      {view === 'owed' && (
        <ReferralQueue query={{ owes: 'staff' }} filters={query} empty={t('desk.noneOwed')} />
      )}
      {view === 'overdue' && (
        <ReferralQueue query={{ overdue: true }} filters={query} empty={t('desk.noneOverdue')} />
      )}
      {view === 'needs' && <NeedQueue key={JSON.stringify(query)} filters={query} />}
      {view === 'load' && <LoadTable filters={query} />}
    </>
  )
}
