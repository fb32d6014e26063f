import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../../api/client.js'
import { ListEnd, wholeList } from '../../parts/list-end.js'
import { DueTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { Wide } from '../../parts/wide.js'

/** What each organisation has in hand and owes, the most overdue first. */
export function LoadTable({ region }: { region: string | undefined }) {
  const { t } = useTranslation()
  const query = region ? { region } : {}
  const found = useQuery({
    queryKey: ['referrals', 'load', query],
    queryFn: () => bodyOf(api.GET('/referrals/load', { params: { query } })),
  })
  const loads = found.data?.items ?? []
  return (
    <>
      {loads.length > 0 && (
        <Wide label={t('desk.views.load')}>
          <table className="plain-table" style={{ minWidth: 620 }}>
            <thead>
              <tr>
                <th scope="col">{t('desk.organization')}</th>
                {(['toAnswer', 'toBegin', 'inService', 'overdue'] as const).map((name) => (
                  <th key={name} scope="col" className="number">
                    {t(`desk.load.${name}`)}
                  </th>
                ))}
                <th scope="col">{t('desk.load.nextDue')}</th>
              </tr>
            </thead>
            <tbody>
              {loads.map((load) => (
                <tr key={load.organizationId}>
                  <th scope="row">{load.name}</th>
                  <td className="number">{load.toAnswer}</td>
                  <td className="number">{load.toBegin}</td>
                  <td className="number">{load.inService}</td>
                  <td className="number">
                    {load.overdue ? <ToneTag tone="red">{load.overdue}</ToneTag> : 0}
                  </td>
                  <td>{load.nextDue ? <DueTag dueAt={load.nextDue} /> : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <ListEnd list={wholeList(found, loads)} empty={t('desk.noLoad')} />
    </>
  )
}
