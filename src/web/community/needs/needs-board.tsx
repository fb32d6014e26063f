import { Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ListEnd } from '../../parts/list-end.js'
import { ShareBar } from '../../parts/share-bar.js'
import { shortMoment } from '../../parts/short-moment.js'
import { UrgencyTag } from '../../parts/tags.js'
import { type Need, type NeedQuery, type NeedState, useNeeds } from './list.js'

const columns: readonly {
  readonly key: 'open' | 'matched' | 'in-service' | 'met' | 'closed'
  readonly states: readonly NeedState[]
}[] = [
  { key: 'open', states: ['open'] },
  { key: 'matched', states: ['matched'] },
  { key: 'in-service', states: ['in-service'] },
  { key: 'met', states: ['met', 'partly-met'] },
  { key: 'closed', states: ['unmet-closed', 'withdrawn'] },
]

/** Of all that the board shows. */
export const boardStates = columns.flatMap(({ states }) => states)

/** Needs by how far they have come, a column each. */
export function NeedsBoard({ query }: { query: NeedQuery }) {
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(230px, 1fr))',
        gap: 12,
        alignItems: 'start',
      }}
    >
      {columns.map(({ key, states }) => (
        <Column key={key} name={key} query={{ ...query, state: states }} />
      ))}
    </div>
  )
}

function Column({ name, query }: { name: (typeof columns)[number]['key']; query: NeedQuery }) {
  const { t } = useTranslation()
  const list = useNeeds(query, 10)
  const id = `column-${name}`
  return (
    <section aria-labelledby={id} style={{ background: '#e9eef0', borderRadius: 10, padding: 10 }}>
      <Typography.Title id={id} level={2} style={{ fontSize: 15, margin: '2px 4px 10px' }}>
        {t(`needs.column.${name}`)}
      </Typography.Title>
      <Flex vertical gap={8}>
        {list.items.map((need) => (
          <NeedCard key={need.id} need={need} />
        ))}
      </Flex>
      <ListEnd list={list} />
    </section>
  )
}

function NeedCard({ need }: { need: Need }) {
  const { i18n } = useTranslation()
  const { progress, amount } = need
  const covered = progress ? progress.delivered + progress.committed + progress.reserved : 0
  return (
    <Card size="small" styles={{ body: { padding: 10 } }}>
      <Link to={`/community/needs/${need.id}`} style={{ color: 'inherit', fontWeight: 600 }}>
        {need.title}
      </Link>
      <Flex justify="space-between" align="center" style={{ marginTop: 6 }}>
        <UrgencyTag level={need.urgency.level} />
        <Typography.Text type="secondary">{shortMoment(need.createdAt, i18n.language)}</Typography.Text>
      </Flex>
      {covered > 0 && <ShareBar label={need.title} of={amount.value} covered={covered} />}
    </Card>
  )
}
