import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Worksheet } from 'exceljs'
import { Invalid } from '../errors.js'
import { flatCell } from './flat-cell.js'
import type { Column, TableWriter } from './model.js'

/** What an Excel cell holds at most; with more the workbook counts as damaged. */
const longestCell = 32_767

/** So many rows are in the air at most. */
const restEvery = 50

/**
 * A workbook with one sheet, its headers bold and fixed. Texts are written as texts: Excel runs none of them.
 * @throws Invalid from `write` for a text of more than 32,767 characters
 */
export async function writeXlsx(
  out: Writable,
  columns: readonly Column[],
  { close }: { close: boolean },
): Promise<TableWriter> {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  const sheet = book.addWorksheet('Duijie', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ key, header }) => ({ key, header: header ?? key, width: 18 }))
  sheet.getRow(1).font = { bold: true }
  let rows = 0
  return {
    async write(row) {
      const cells = columns.map(({ key }) => {
        const cell = flatCell(row[key])
        if (typeof cell === 'string' && cell.length > longestCell)
          throw new Invalid([{ field: key, code: 'table.cellTooLong', params: { limit: longestCell } }])
        return cell ?? null
      })
      if (out.errored) throw out.errored
      sheet.addRow(cells).commit()
      if (++rows % restEvery === 0) await zipped(sheet, out)
    },
    async end() {
      sheet.commit()
      await book.commit()
      if (close) await finished(out)
    },
  }
}

/** Waits for the zip, which exceljs never does: a write of nothing is done when all before it are. */
async function zipped({ stream }: Worksheet, out: Writable): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    out.once('error', reject)
    const done = () => {
      out.off('error', reject)
      resolve()
    }
    if (stream?.pipes[0]) stream.pipes[0].write('', done)
    else done()
  })
}
