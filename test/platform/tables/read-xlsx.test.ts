import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import exceljs from 'exceljs'
import { aFile, aFolder, refusalOf, rowsOf } from './files.js'

async function aWorkbook(fill: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void): Promise<string> {
  const book = new exceljs.Workbook()
  fill(book.addWorksheet('需求'), book)
  const path = join(aFolder(), 'needs.xlsx')
  await book.xlsx.writeFile(path)
  return path
}

describe('reading XLSX', () => {
  it('gives rich text, numbers, dates as days, results of formulas, links and booleans as texts', async () => {
    const path = await aWorkbook((sheet) => {
      sheet.addRow(['编号', '内容', '人数', '截止', '合计', '链接', '是否'])
      sheet.addRow([
        7,
        { richText: [{ text: '独居' }, { text: '老人', font: { bold: true } }] },
        1.5,
        new Date(Date.UTC(2026, 2, 1)),
        { formula: 'C2*2', result: 3 },
        { text: '网址', hyperlink: 'https://example.org' },
        true,
      ])
    })
    expect(await rowsOf(path)).to.deep.equal([
      {
        line: 2,
        cells: {
          编号: '7',
          内容: '独居老人',
          人数: '1.5',
          截止: '2026-03-01',
          合计: '3',
          链接: '网址',
          是否: 'true',
        },
      },
    ])
  })

  it('numbers rows as Excel does and takes the first sheet that has any', async () => {
    const path = await aWorkbook((_, book) => {
      const second = book.addWorksheet('second')
      second.getRow(3).values = ['id', 'text']
      second.getRow(6).values = ['1', 'a\nb']
      book.addWorksheet('third').addRow(['not', 'read'])
    })
    expect(await rowsOf(path)).to.deep.equal([{ line: 6, cells: { id: '1', text: 'a\nb' } }])
  })

  it('reports a formula that failed, and goes on', async () => {
    const path = await aWorkbook((sheet) => {
      sheet.addRow(['id', 'text'])
      sheet.addRow(['1', { error: '#REF!' }])
      sheet.addRow(['2', 'fine'])
    })
    expect(await rowsOf(path)).to.deep.equal([
      { line: 2, problem: { column: 'text', code: 'row.formula', params: { value: '#REF!' } } },
      { line: 3, cells: { id: '2', text: 'fine' } },
    ])
  })

  it('keeps Chinese characters whole where the workbook is read in chunks', async () => {
    const texts = Array.from({ length: 3000 }, (_, i) => `${'x'.repeat(i % 3)}独居老人需要上门陪伴和午餐${i}`)
    for (const shared of [true, false]) {
      const path = join(aFolder(), 'long.xlsx')
      const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: shared })
      const sheet = book.addWorksheet('需求')
      for (const row of [['id', 'text'], ...texts.map((text, i) => [`n${i}`, text])])
        sheet.addRow(row).commit()
      await book.commit()
      const rows = await rowsOf(path)
      expect(rows.map((row) => 'cells' in row && row.cells.text)).to.deep.equal(texts)
    }
  })

  it('refuses a workbook that is cut off, garbled, no workbook, or of the old kind', async () => {
    const whole = readFileSync(await aWorkbook((sheet) => sheet.addRow(['id', 'text'])))
    const cut = aFile('cut.xlsx', whole.subarray(0, whole.length / 2))
    const garbled = aFile('garbled.xlsx', Buffer.from(whole).fill(0x41, 200, whole.length - 200))
    const text = aFile('text.xlsx', 'id,text\n1,a\n')
    const old = aFile('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    // An empty ZIP archive behind the beginning of one.
    const zip = aFile(
      'zip.xlsx',
      Buffer.from(`PK\x03\x04${'\0'.repeat(26)}PK\x05\x06${'\0'.repeat(18)}`, 'latin1'),
    )
    expect(await refusalOf(rowsOf(cut))).to.equal(`${cut}: table.damaged`)
    expect(await refusalOf(rowsOf(garbled))).to.equal(`${garbled}: table.damaged`)
    expect(await refusalOf(rowsOf(text))).to.equal(`${text}: table.damaged`)
    expect(await refusalOf(rowsOf(zip))).to.equal(`${zip}: table.damaged`)
    expect(await refusalOf(rowsOf(old))).to.equal(`${old}: table.oldExcel`)
  })

  it('reads a workbook whatever its name', async () => {
    const path = await aWorkbook((sheet) => {
      sheet.addRow(['id'])
      sheet.addRow(['1'])
    })
    writeFileSync(`${path}.csv`, readFileSync(path))
    expect(await rowsOf(`${path}.csv`)).to.deep.equal([{ line: 2, cells: { id: '1' } }])
  })
})
