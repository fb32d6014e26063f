import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, bodyOf } from '../../api/client.js'
import { usePages } from '../../api/use-pages.js'
import type { Need } from '../../community/needs/list.js'
import { ExportMenu } from '../../parts/export-menu.js'
import { ListEnd } from '../../parts/list-end.js'
import { PanelHead } from '../../parts/panel-head.js'
import { shortMoment } from '../../parts/short-moment.js'
import { UrgencyTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import type { InsightQuery } from './use-insights.js'

const unmetStates: Need['state'][] = ['open', 'matched', 'in-service', 'partly-met', 'unmet-closed']

/** The needs that a number may stand for, as far as the reader may see them. */
export function NeedsBehind({ query }: { query: InsightQuery }) {
  const { t, i18n } = useTranslation()
  const { from, to, region, category, group, urgency } = query
  const asked = {
    ...(region ? { region } : {}),
    ...(category ? { category } : {}),
    ...(group ? { group } : {}),
    ...(urgency ? { urgency } : {}),
    createdFrom: `${from}-01`,
    createdTo: lastDayOf(to),
    state: unmetStates,
  }
  const list = usePages<Need>(['needs', 'behind', asked], (after) =>
    bodyOf(api.GET('/needs', { params: { query: { ...asked, limit: 20, ...(after ? { after } : {}) } } })),
  )
  return (
    <section className="district-panel" aria-labelledby="needs-behind">
      <PanelHead id="needs-behind" title={t('insight.needsBehind')}>
        <ExportMenu
          name={t('insight.needsBehind')}
          read={(format) => api.GET('/needs', { params: { query: { ...asked, format } }, parseAs: 'blob' })}
        />
      </PanelHead>
      {list.items.map((need) => (
        <div key={need.id} className="district-row">
          <div style={{ flex: 1, minWidth: 0 }}>
            <Link to={`/community/needs/${need.id}`}>{need.title}</Link>
          </div>
          <UrgencyTag level={need.urgency.level} />
          <ToneTag>{t(`needState.${need.state}`)}</ToneTag>
          <time dateTime={need.createdAt}>{shortMoment(need.createdAt, i18n.language)}</time>
        </div>
      ))}
      <ListEnd list={list} />
    </section>
  )
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${String(new Date(year, number, 0).getDate()).padStart(2, '0')}`
}
