import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '../../api/answer.js'
import { useRegions, useTerms } from '../../api/reference.js'
import { Wide } from '../../parts/wide.js'
import type { Grouping } from './month-sheet-page.js'
import { measuresOf, type WorkKind } from './work.js'

type Row = AnswerOf<'/service-totals', 'get'>['rows'][number]

/** The figures of one kind of work, a column each in the district's units, with their sum. */
export function KindTable(props: {
  readonly kind: WorkKind
  readonly by: Grouping
  readonly rows: readonly Row[]
  readonly total: Row['figures']
}) {
  const { t } = useTranslation()
  const regions = useRegions()
  const services = useTerms('services')
  const { kind, by, rows, total } = props
  const nameOf = (row: Row): string => {
    const value = row.group[by]
    if (value === null || value === undefined) return '—'
    return by === 'category' ? services.nameOf(value) : by === 'month' ? value : regions.nameOf(value)
  }
  const measures = measuresOf[kind]
  return (
    <Wide label={t(`workKind.${kind}`)}>
      <Table<Row>
        rowKey={nameOf}
        size="small"
        pagination={false}
        dataSource={rows}
        style={{ minWidth: 140 + measures.length * 90 }}
        columns={[
          { title: t(`grouping.${by}`), key: 'group', render: (_, row) => nameOf(row), width: 140 },
          ...measures.map((measure) => ({
            title: t(`measure.${measure}`),
            key: measure,
            align: 'end' as const,
            render: (_: unknown, row: Row) => row.figures[measure] ?? 0,
          })),
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>{t('records.sum')}</Table.Summary.Cell>
            {measures.map((measure, at) => (
              <Table.Summary.Cell key={measure} index={at + 1} align="end">
                {total[measure] ?? 0}
              </Table.Summary.Cell>
            ))}
          </Table.Summary.Row>
        )}
      />
    </Wide>
  )
}
