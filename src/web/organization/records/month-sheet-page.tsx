import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Segmented, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../../api/client.js'
import { useFilters } from '../../api/use-filters.js'
import { today } from '../../parts/days.js'
import { ListEnd, wholeList } from '../../parts/list-end.js'
import { ListTools } from '../../parts/list-tools.js'
import { SpanFields } from '../../parts/span-fields.js'
import { useOwnOrganization } from '../own.js'
import { KindTable } from './kind-table.js'
import { workKinds } from './work.js'

export const groupings = ['month', 'street', 'community', 'category'] as const
export type Grouping = (typeof groupings)[number]

/** What the organisation reports of a month or several, in the district's units, as it is to be handed in. */
export function MonthSheetPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['from', 'to', 'by'])
  const organization = useOwnOrganization()
  const from = filters.from ?? today().slice(0, 7)
  const to = filters.to ?? from
  const by = groupings.find((name) => name === filters.by) ?? 'month'
  const query = { organization, from, to, by }
  const totals = useQuery({
    queryKey: ['service-totals', query],
    queryFn: () => bodyOf(api.GET('/service-totals', { params: { query } })),
  })
  const rows = totals.data?.rows ?? []
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={12} style={{ marginBottom: 16 }}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {t('records.sheet')}
        </Typography.Title>
        <ListTools
          list="month-sheet"
          name={`${t('records.sheet')} ${from} ${to}`}
          read={(format) =>
            api.GET('/service-totals', { params: { query: { ...query, format } }, parseAs: 'blob' })
          }
        />
      </Flex>
      <Flex gap={8} wrap role="search" style={{ marginBottom: 16 }}>
        <SpanFields from={from} to={to} onChange={change} />
        <Segmented
          aria-label={t('records.by')}
          value={by}
          onChange={(value) => change({ by: value })}
          options={groupings.map((value) => ({ value, label: t(`grouping.${value}`) }))}
        />
      </Flex>
      <Typography.Paragraph type="secondary">{t('records.persons')}</Typography.Paragraph>
      <Flex vertical gap={16}>
        {workKinds.map((kind) => {
          const ofKind = rows.filter((row) => row.kind === kind)
          const total = totals.data?.total.find((row) => row.kind === kind)
          if (!ofKind.length || !total) return null
          return (
            <Card key={kind} size="small" title={t(`workKind.${kind}`)}>
              <KindTable kind={kind} by={by} rows={ofKind} total={total.figures} />
            </Card>
          )
        })}
      </Flex>
      <ListEnd list={wholeList(totals, rows)} empty={t('records.noneInMonth')} />
    </>
  )
}
