import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Card, DatePicker, Flex, Segmented, Typography } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf, Problem } from '../../api/client.js'
import { useFilters } from '../../api/use-filters.js'
import { ListEnd } from '../../parts/list-end.js'
import { saveFile } from '../../parts/save-file.js'
import { useOwnOrganization } from '../own.js'
import { KindTable } from './kind-table.js'
import { workKinds } from './work.js'

export const groupings = ['month', 'street', 'community', 'category'] as const
export type Grouping = (typeof groupings)[number]

const monthForm = 'YYYY-MM'

/** What the organisation reports of a month or several, in the district's units, as it is to be handed in. */
export function MonthSheetPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['from', 'to', 'by'])
  const organization = useOwnOrganization()
  const from = filters.from ?? dayjs().format(monthForm)
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
        <Exports query={query} />
      </Flex>
      <Flex gap={8} wrap role="search" style={{ marginBottom: 16 }}>
        <DatePicker.RangePicker
          picker="month"
          aria-label={t('records.months')}
          allowClear={false}
          value={[dayjs(`${from}-01`), dayjs(`${to}-01`)]}
          onChange={(range) =>
            change({ from: range?.[0]?.format(monthForm), to: range?.[1]?.format(monthForm) })
          }
        />
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
      <ListEnd
        list={{
          items: rows,
          isPending: totals.isPending,
          error: totals.error,
          hasNextPage: false,
          isFetchingNextPage: false,
          fetchNextPage: () => undefined,
          refetch: totals.refetch,
        }}
        empty={t('records.noneInMonth')}
      />
    </>
  )
}

/** The same as a file, in the reader's language. */
function Exports({ query }: { query: { organization: string; from: string; to: string; by: Grouping } }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [busyWith, setBusyWith] = useState<'csv' | 'xlsx'>()
  const save = async (format: 'csv' | 'xlsx') => {
    setBusyWith(format)
    try {
      const { data } = await api.GET('/service-totals/sheet', {
        params: { query: { ...query, format } },
        parseAs: 'blob',
      })
      saveFile(data as Blob, `${t('records.sheet')} ${query.from} ${query.to}.${format}`)
    } catch (problem) {
      void message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    setBusyWith(undefined)
  }
  return (
    <Flex gap={8}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          icon={<DownloadOutlined />}
          loading={busyWith === format}
          onClick={() => void save(format)}
        >
          {t('list.export')} {format.toUpperCase()}
        </Button>
      ))}
    </Flex>
  )
}
