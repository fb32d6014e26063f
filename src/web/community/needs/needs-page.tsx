import { AppstoreOutlined, FileExcelOutlined, PlusOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Button, Flex, Input, Segmented, Select, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session.js'
import { useFilters } from '../../api/use-filters.js'
import { ListTools } from '../../parts/list-tools.js'
import { TermSelect } from '../../parts/term-select.js'
import { type NeedState, readNeedsFile } from './list.js'
import { boardStates, NeedsBoard } from './needs-board.js'
import { NeedsTable } from './needs-table.js'

const urgencies = ['crisis', 'urgent', 'soon', 'routine'] as const
const states: readonly NeedState[] = [
  'open',
  'matched',
  'in-service',
  'met',
  'partly-met',
  'unmet-closed',
  'withdrawn',
  'draft',
]

/** All needs of the community, as a board by state or as a table. */
export function NeedsPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['view', 'q', 'state', 'urgency', 'category', 'group'])
  const isTable = filters.view === 'table' || filters.q !== undefined || filters.state !== undefined
  const own = useSession()?.account.region
  const query = {
    ...(own ? { region: own } : {}),
    ...(filters.q ? { q: filters.q } : {}),
    ...(filters.state ? { state: [filters.state as NeedState] } : {}),
    ...(filters.urgency ? { urgency: filters.urgency as (typeof urgencies)[number] } : {}),
    ...(filters.category ? { category: filters.category } : {}),
    ...(filters.group ? { group: filters.group } : {}),
  }
  const shown = isTable ? query : { ...query, state: boardStates }
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={12} style={{ marginBottom: 16 }}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {t('place.needs')}
        </Typography.Title>
        <Flex gap={8} wrap>
          <ListTools list="needs" name={t('place.needs')} read={(format) => readNeedsFile(shown, format)} />
          <Link to="/community/needs/import">
            <Button icon={<FileExcelOutlined aria-hidden />} tabIndex={-1}>
              {t('sheets.import')}
            </Button>
          </Link>
          <Link to="/community/post">
            <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
              {t('place.post')}
            </Button>
          </Link>
        </Flex>
      </Flex>
      <Flex gap={8} wrap style={{ marginBottom: 16 }} role="search">
        <Segmented
          aria-label={t('list.filters')}
          value={isTable ? 'table' : 'board'}
          onChange={(view) =>
            change(view === 'board' ? { view: undefined, q: undefined, state: undefined } : { view })
          }
          options={[
            { value: 'board', icon: <AppstoreOutlined aria-hidden />, label: t('needs.board') },
            { value: 'table', icon: <UnorderedListOutlined aria-hidden />, label: t('needs.table') },
          ]}
        />
        <Input.Search
          allowClear
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          // Anew when other filters are chosen, for what is typed is its own until it is sent.
          key={filters.q ?? ''}
          defaultValue={filters.q}
          onSearch={(q) => change({ q })}
          style={{ maxWidth: 260 }}
        />
        <Select
          allowClear
          aria-label={t('needs.state')}
          placeholder={t('needs.state')}
          value={filters.state ?? null}
          onChange={(state: string | undefined) => change({ state })}
          options={states.map((value) => ({ value, label: t(`needState.${value}`) }))}
          style={{ width: 140 }}
        />
        <Select
          allowClear
          aria-label={t('needs.urgency')}
          placeholder={t('needs.urgency')}
          value={filters.urgency ?? null}
          onChange={(urgency: string | undefined) => change({ urgency })}
          options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          style={{ width: 130 }}
        />
        <TermSelect tree="services" value={filters.category} onChange={(category) => change({ category })} />
        <TermSelect tree="groups" value={filters.group} onChange={(group) => change({ group })} />
      </Flex>
      {isTable ? <NeedsTable query={query} /> : <NeedsBoard query={query} />}
    </>
  )
}
