import { Card, Flex, Pagination, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OutcomeTag, RowProblems, SheetCell } from './sheet-cell.js'
import type { SheetRowsProps } from './sheet-rows.js'
import { gistOf, isReadable, type SheetRow } from './sheets-api.js'

const pageSize = 20

/** For a phone: each row by its gist, below it only the cells that somebody must look at. */
export function RowCards({ kind, preview, rows, corrections, onCorrect }: SheetRowsProps) {
  const { t } = useTranslation()
  const [page, setPage] = useState(1)
  const from = Math.min(page - 1, Math.ceil(rows.length / pageSize) - 1) * pageSize
  const columnsOf = (row: SheetRow) =>
    preview.columns.filter(
      (column) =>
        isReadable(row) && [...row.problems, ...row.warnings].some((about) => about.column === column),
    )
  return (
    <Flex vertical gap={8}>
      {rows.slice(Math.max(0, from), from + pageSize).map((row) => (
        <Card key={row.line} size="small" role="group" aria-label={t('sheets.row', { line: row.line })}>
          <Flex gap={8} align="baseline">
            <Typography.Text strong>{t('sheets.row', { line: row.line })}</Typography.Text>
            <OutcomeTag kind={kind} row={row} />
          </Flex>
          <RowProblems row={row} />
          {!columnsOf(row).some((column) => row.cells[column] === gistOf(row)) && (
            <Typography.Paragraph ellipsis={{ rows: 2 }} style={{ margin: '4px 0' }}>
              {gistOf(row)}
            </Typography.Paragraph>
          )}
          {columnsOf(row).map((column) => (
            <div key={column} style={{ marginTop: 8 }}>
              <Typography.Text type="secondary">{column}</Typography.Text>
              <SheetCell
                row={row}
                column={column}
                correction={corrections.get(row.line)?.[column]}
                onCorrect={(value) => onCorrect(row.line, column, value)}
              />
            </div>
          ))}
        </Card>
      ))}
      {rows.length > pageSize && (
        <Pagination
          simple
          current={from / pageSize + 1}
          pageSize={pageSize}
          total={rows.length}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </Flex>
  )
}
