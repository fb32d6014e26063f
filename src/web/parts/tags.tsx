import { AlertOutlined, ClockCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { shortMoment } from './short-moment.js'
import { ToneTag } from './tone-tag.js'

type Urgency = 'routine' | 'soon' | 'urgent' | 'crisis'
type Fit = 'strong' | 'possible' | 'weak'

const urgencyColours = { routine: 'plain', soon: 'blue', urgent: 'amber', crisis: 'red' } as const

export function UrgencyTag({ level }: { level: Urgency }) {
  const { t } = useTranslation()
  return (
    <ToneTag
      tone={urgencyColours[level]}
      icon={level === 'crisis' ? <AlertOutlined aria-hidden /> : undefined}
    >
      {t(`urgency.${level}`)}
    </ToneTag>
  )
}

const fitColours = { strong: 'green', possible: 'amber', weak: 'plain' } as const

export function FitTag({ fit }: { fit: Fit }) {
  const { t } = useTranslation()
  return <ToneTag tone={fitColours[fit]}>{t(`fit.${fit}`)}</ToneTag>
}

/** A moment by which something is owed, red once it has passed. */
export function DueTag({ dueAt, now = Date.now() }: { dueAt: string | undefined; now?: number }) {
  const { t, i18n } = useTranslation()
  if (dueAt === undefined) return null
  const isOverdue = Date.parse(dueAt) < now
  return (
    <ToneTag tone={isOverdue ? 'red' : 'plain'} icon={<ClockCircleOutlined aria-hidden />}>
      <time dateTime={dueAt}>{shortMoment(dueAt, i18n.language)}</time>
      {isOverdue && ` ${t('date.overdue')}`}
    </ToneTag>
  )
}
