import { FileExcelOutlined, PlusOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Flex, Input, Select, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, bodyOf } from '../../api/client.js'
import { useFilters } from '../../api/use-filters.js'
import { usePages } from '../../api/use-pages.js'
import { daysOfMonth } from '../../parts/days.js'
import { ListEnd } from '../../parts/list-end.js'
import { ListTools } from '../../parts/list-tools.js'
import { useOwnOrganization } from '../own.js'
import { RecordCard } from './record-card.js'
import { type ServiceRecord, type WorkKind, workKinds } from './work.js'

/** What the organisation has entered, latest work first. */
export function RecordsPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['month', 'kind'])
  const organization = useOwnOrganization()
  const query = {
    organization,
    ...(filters.kind ? { kind: filters.kind as WorkKind } : {}),
    ...(filters.month ? daysOfMonth(filters.month) : {}),
  }
  const list = usePages<ServiceRecord>(['service-records', query], (after) =>
    bodyOf(
      api.GET('/service-records', {
        params: { query: { ...query, limit: 20, ...(after ? { after } : {}) } },
      }),
    ),
  )
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={12} style={{ marginBottom: 16 }}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {t('place.records')}
        </Typography.Title>
        <Flex gap={8} wrap>
          <ListTools
            list="service-records"
            name={t('place.records')}
            read={(format) =>
              api.GET('/service-records', { params: { query: { ...query, format } }, parseAs: 'blob' })
            }
          />
          <Link to="/organization/records/sheet">
            <Button icon={<TableOutlined aria-hidden />} tabIndex={-1}>
              {t('records.sheet')}
            </Button>
          </Link>
          <Link to="/organization/records/import">
            <Button icon={<FileExcelOutlined aria-hidden />} tabIndex={-1}>
              {t('sheets.import')}
            </Button>
          </Link>
          <Link to="/organization/records/new">
            <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
              {t('records.enter')}
            </Button>
          </Link>
        </Flex>
      </Flex>
      <Flex gap={8} wrap role="search" style={{ marginBottom: 16 }}>
        <Input
          type="month"
          aria-label={t('records.month')}
          value={filters.month ?? ''}
          onChange={({ target }) => change({ month: target.value || undefined })}
          style={{ width: 172 }}
        />
        <Select
          allowClear
          aria-label={t('records.kind')}
          placeholder={t('records.kind')}
          value={filters.kind ?? null}
          onChange={(kind: string | undefined) => change({ kind })}
          options={workKinds.map((value) => ({ value, label: t(`workKind.${value}`) }))}
          style={{ width: 150 }}
        />
      </Flex>
      <Flex vertical gap={10}>
        {list.items.map((record) => (
          <RecordCard key={record.id} record={record} />
        ))}
        <ListEnd list={list} empty={t('records.none')} />
      </Flex>
    </>
  )
}
