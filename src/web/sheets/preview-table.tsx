import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Wide } from '../parts/wide.js'
import { OutcomeTag, RowProblems, SheetCell } from './sheet-cell.js'
import type { SheetRowsProps } from './sheet-rows.js'
import type { SheetRow } from './sheets-api.js'

const pageSize = 50
/** In pixels, by how long the longest of its cells is. */
const [narrow, wide, widest] = [110, 170, 320]

/** The rows as the file has them, each with what becomes of it and every bad cell marked in its place. */
export function PreviewTable({ kind, preview, rows, corrections, onCorrect }: SheetRowsProps) {
  const { t } = useTranslation()
  const widths = preview.columns.map((column) => widthOf(preview.rows, column))
  return (
    <Wide label={t('sheets.table')}>
      <Table<SheetRow>
        rowKey="line"
        size="small"
        dataSource={[...rows]}
        pagination={rows.length > pageSize ? { pageSize, showSizeChanger: false } : false}
        style={{ minWidth: 160 + widths.reduce((sum, width) => sum + width, 0) }}
        columns={[
          { title: t('sheets.line'), dataIndex: 'line', width: 56 },
          {
            title: t('sheets.outcome'),
            width: 110,
            render: (_, row) => (
              <>
                <OutcomeTag kind={kind} row={row} />
                <RowProblems row={row} />
              </>
            ),
          },
          ...preview.columns.map((column, at) => ({
            title: column,
            key: column,
            width: widths[at] ?? narrow,
            render: (_: unknown, row: SheetRow) => (
              <SheetCell
                row={row}
                column={column}
                correction={corrections.get(row.line)?.[column]}
                onCorrect={(value) => onCorrect(row.line, column, value)}
              />
            ),
          })),
        ]}
      />
    </Wide>
  )
}

function widthOf(rows: readonly SheetRow[], column: string): number {
  const longest = rows.reduce((most, { cells }) => Math.max(most, cells[column]?.length ?? 0), 0)
  if (longest > 30) return widest
  return longest > 8 ? wide : narrow
}
