import { Table, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRegions } from '../../api/reference.js'
import { ListEnd } from '../../parts/list-end.js'
import { shortMoment, UrgencyTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { Wide } from '../../parts/wide.js'
import { type Need, type NeedQuery, useNeeds } from './list.js'

export function NeedsTable({ query }: { query: NeedQuery }) {
  const { t, i18n } = useTranslation()
  const { nameOf } = useRegions()
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
          <Table<Need>
            rowKey="id"
            size="middle"
            pagination={false}
            dataSource={list.items}
            style={{ minWidth: 720 }}
            columns={[
              {
                title: t('needs.need'),
                dataIndex: 'title',
                render: (title: string, { id }) => <Link to={`/community/needs/${id}`}>{title}</Link>,
              },
              { title: t('needs.region'), dataIndex: 'region', render: nameOf, width: 130 },
              {
                title: t('needs.urgency'),
                dataIndex: ['urgency', 'level'],
                render: (level: Need['urgency']['level']) => <UrgencyTag level={level} />,
                width: 100,
              },
              {
                title: t('needs.state'),
                dataIndex: 'state',
                render: (state: Need['state']) => <ToneTag>{t(`needState.${state}`)}</ToneTag>,
                width: 120,
              },
              {
                title: t('needs.amount'),
                dataIndex: 'amount',
                render: ({ value, unit }: Need['amount']) => `${value} ${t(`unit.${unit}`)}`,
                width: 110,
              },
              {
                title: t('needs.created'),
                dataIndex: 'createdAt',
                render: (at: string) => shortMoment(at, i18n.language),
                width: 140,
              },
            ]}
          />
        </Wide>
      )}
      <ListEnd list={list} />
    </>
  )
}
