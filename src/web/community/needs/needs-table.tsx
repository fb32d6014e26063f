import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRegions } from '../../api/reference.js'
import { ListEnd } from '../../parts/list-end.js'
import { shortMoment } from '../../parts/short-moment.js'
import { UrgencyTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { useInUnits } from '../../parts/use-in-units.js'
import { Wide } from '../../parts/wide.js'
import { type Need, type NeedQuery, useNeeds } from './list.js'

const columns = ['need', 'region', 'urgency', 'state', 'amount', 'created'] as const

export function NeedsTable({ query }: { query: NeedQuery }) {
  const { t } = useTranslation()
  const list = useNeeds(query)
  return (
    <>
      {list.total !== undefined && (
        <Typography.Paragraph type="secondary" aria-live="polite">
          {t('list.total', { count: list.total })}
        </Typography.Paragraph>
      )}
      {list.items.length > 0 && (
        <Wide label={t('place.needs')}>
          <table className="plain-table" style={{ minWidth: 720 }}>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {t(`needs.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.items.map((need) => (
                <Row key={need.id} need={need} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <ListEnd list={list} />
    </>
  )
}

function Row({ need: { id, title, region, urgency, state, amount, createdAt } }: { need: Need }) {
  const { t, i18n } = useTranslation()
  const { nameOf } = useRegions()
  const inUnits = useInUnits()
  return (
    <tr>
      <td>
        <Link to={`/community/needs/${id}`}>{title}</Link>
      </td>
      <td>{nameOf(region)}</td>
      <td>
        <UrgencyTag level={urgency.level} />
      </td>
      <td>
        <ToneTag>{t(`needState.${state}`)}</ToneTag>
      </td>
      <td>{t('referral.quantity', inUnits(amount.value, amount.unit))}</td>
      <td>{shortMoment(createdAt, i18n.language)}</td>
    </tr>
  )
}
