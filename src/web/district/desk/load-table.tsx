import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { ListEnd } from '../../parts/list-end.js'
import { DueTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { Wide } from '../../parts/wide.js'
import type { Referral } from '../../referrals/actions.js'
import { useOrganizationNames } from '../parts/use-organization-names.js'
import { activeStates, type QueueFilters, useQueue } from './queue.js'

interface Load {
  readonly id: string
  readonly toAnswer: number
  readonly toBegin: number
  readonly inService: number
  readonly overdue: number
  readonly nextDue: string | undefined
}

/** What each organisation has in hand and owes, the most overdue first. */
export function LoadTable({ filters }: { filters: QueueFilters }) {
  const { t } = useTranslation()
  const queue = useQueue({ state: activeStates }, filters)
  const loads = loadsOf(queue.items, Date.now())
  const nameOf = useOrganizationNames(loads.map(({ id }) => id))
  const list = {
    ...queue,
    items: loads,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => {},
  }
  return (
    <>
      {queue.isCut && <Alert type="warning" showIcon title={t('desk.cut', { count: queue.items.length })} />}
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
                <tr key={load.id}>
                  <th scope="row">{nameOf(load.id)}</th>
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
      <ListEnd list={list} empty={t('desk.noLoad')} />
    </>
  )
}

/** @param now milliseconds since 1970 */
function loadsOf(referrals: readonly Referral[], now: number): Load[] {
  const ids = new Set(referrals.map(({ organizationId }) => organizationId))
  return [...ids]
    .map((id): Load => {
      const all = referrals.filter(({ organizationId }) => organizationId === id)
      const owed = all.filter(({ owes }) => owes === 'organisation')
      const count = (...states: Referral['state'][]) =>
        all.filter(({ state }) => states.includes(state)).length
      return {
        id,
        toAnswer: owed.filter(({ state }) => state === 'requested' || state === 'received').length,
        toBegin: count('accepted'),
        inService: count('in-progress', 'on-hold'),
        overdue: owed.filter(({ dueAt }) => dueAt !== undefined && Date.parse(dueAt) < now).length,
        nextDue: owed.flatMap(({ dueAt }) => dueAt ?? []).sort()[0],
      }
    })
    .sort((a, b) => b.overdue - a.overdue || sumOf(b) - sumOf(a))
}

const sumOf = ({ toAnswer, toBegin, inService }: Load): number => toAnswer + toBegin + inService
