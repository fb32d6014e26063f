import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, onceKey } from '../../api/client.js'
import { useSession } from '../../api/session.js'

import { lazyDialog } from '../../parts/lazy-dialog.js'
import { longDay } from '../parts/day.js'
import { isQuarterOver } from './quarters.js'
import type { Report } from './report-body.js'

const WhyDialog = lazyDialog(async () => (await import('../../parts/why-dialog.js')).WhyDialog)

/** Whether the figures may still change, who issued them, and what was found wrong since. */
export function ReportState({ report }: { report: Report }) {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const session = useSession()
  const [isAsked, setAsked] = useState(false)
  const mayAct = session?.account.role === 'street' || session?.account.role === 'district'
  const { issued, quarter, region } = report
  const isOver = isQuarterOver(quarter, new Date())
  const give = async (words: string) => {
    if (issued) {
      const params = { path: { id: issued.id }, header: ifMatch(issued.revision) }
      await api.POST('/insights/reports/{id}/correct', { params, body: { note: words } })
    } else {
      const params = { header: onceKey() }
      await api.POST('/insights/reports', { params, body: { quarter, region, signedBy: words } })
    }
    await queries.invalidateQueries({ queryKey: ['report'] })
  }
  const deed = t(issued ? 'report.correct' : 'report.issue')
  const day = (at: string) => longDay(at, i18n.language)
  return (
    <>
      <Alert
        style={{ marginBottom: 16 }}
        type={issued ? 'success' : 'info'}
        showIcon
        title={
          issued
            ? t('report.issued', { at: day(issued.at), by: issued.signedBy })
            : t(isOver ? 'report.notIssued' : 'report.running')
        }
        description={<Changes report={report} day={day} />}
        action={
          mayAct && isOver ? (
            <Button className="no-print" size="small" onClick={() => setAsked(true)}>
              {deed}
            </Button>
          ) : undefined
        }
      />
      {isAsked && (
        <WhyDialog
          title={deed}
          label={t(issued ? 'report.whatWasWrong' : 'report.signedBy')}
          initial={issued ? '' : (session?.account.name ?? '')}
          onGiven={give}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}

function Changes({ report, day }: { report: Report; day: (at: string) => string }) {
  const { t } = useTranslation()
  const { issued, total, totalNow } = report
  if (!issued?.corrections.length && !totalNow) return null
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {issued?.corrections.map(({ at, note }) => (
        <li key={at}>{t('report.correction', { at: day(at), note })}</li>
      ))}
      {totalNow && (
        <li>
          {t('report.now', {
            ...{ needs: totalNow.needs.count ?? 0, unmet: totalNow.unmet.count ?? 0 },
            ...{ needsThen: total?.needs.count ?? 0, unmetThen: total?.unmet.count ?? 0 },
          })}
        </li>
      )}
    </ul>
  )
}
