import { deflateRawSync } from 'node:zlib'
import { expect } from 'chai'
import exceljs from 'exceljs'
import iconv from 'iconv-lite'
import { readSentTable } from '../../../src/platform/tables/index.js'
import { aZip } from './a-zip.js'
import { refusalOf } from './files.js'

const limits = { rows: 100, unpacked: 4 * 1024 * 1024 }
const read = (name: string, bytes: Buffer) => readSentTable({ name, bytes }, limits)

async function aWorkbook(fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const book = new exceljs.Workbook()
  fill(book.addWorksheet('需求'))
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('a table that somebody sent', () => {
  it('is read as XLSX, CSV in UTF-8 or GB18030, or JSONL, whatever its name says', async () => {
    const row = { line: 2, cells: { 编号: '1', 内容: '独居老人' } }
    const csv = '编号,内容\n1,独居老人\n'
    const xlsx = await aWorkbook((sheet) => {
      sheet.addRow(['编号', '内容'])
      sheet.addRow([1, '独居老人'])
    })
    expect(await read('a.xlsx', xlsx)).to.deep.equal([row])
    expect(await read('a.csv', xlsx)).to.deep.equal([row])
    expect(await read('a.csv', Buffer.from(csv))).to.deep.equal([row])
    expect(await read('a', iconv.encode(csv, 'gb18030'))).to.deep.equal([row])
    expect(await read('a', Buffer.from('{"编号":1,"内容":"独居老人"}'))).to.deep.equal([{ ...row, line: 1 }])
  })

  it('keeps long Chinese texts and sheets without shared texts whole', async () => {
    const text = '独居老人'.repeat(8_000)
    const xlsx = await aWorkbook((sheet) => {
      sheet.addRow(['id', 'text'])
      sheet.addRow(['1', text])
    })
    expect(await read('a.xlsx', xlsx)).to.deep.equal([{ line: 2, cells: { id: '1', text } }])
    const inline = aZip({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${['id', '7']
        .map(
          (cell, at) =>
            `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c></row>`,
        )
        .join('')}</sheetData></worksheet>`,
    })
    expect(await read('a.xlsx', inline)).to.deep.equal([{ line: 2, cells: { id: '7' } }])
  })

  it('is refused when it has more rows or columns than it may', async () => {
    const rows = Array.from({ length: 101 }, (_, at) => `${at},text`)
    expect(await refusalOf(read('a.csv', Buffer.from(['id,text', ...rows].join('\n'))))).to.equal(
      'file: table.long',
    )
    expect(await refusalOf(read('a.csv', Buffer.from(`${','.repeat(2_000)}x\n1\n`)))).to.equal(
      'file: table.wide',
    )
    const wide = await aWorkbook((sheet) => {
      sheet.getCell('XFD1').value = 'far'
    })
    expect(await refusalOf(read('a.xlsx', wide))).to.equal('file: table.wide')
  })

  it('is refused when it is none, old, cut off or empty', async () => {
    const xlsx = await aWorkbook((sheet) => sheet.addRow(['id', 'text']))
    const refused = {
      'a.xlsx': [Buffer.from('id,text\n'), 'file: table.damaged'],
      'cut.xlsx': [xlsx.subarray(0, xlsx.length - 200), 'file: table.damaged'],
      'head.xlsx': [Buffer.from('PK\x03\x04'), 'file: table.damaged'],
      'empty.csv': [Buffer.alloc(0), 'file: table.empty'],
      'old.xls': [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file: table.oldExcel'],
      'other.zip': [aZip({ 'a.txt': 'no workbook' }), 'file: table.damaged'],
    } as const
    for (const [name, [bytes, refusal]] of Object.entries(refused))
      expect(await refusalOf(read(name, bytes)), name).to.equal(refusal)
  })

  it('is refused when it would swell beyond its limit, also where it lies about its size', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, ' '))
    for (const claimed of [bomb.length, 64 * 1024 * 1024, 0]) {
      const archive = aZip({ 'xl/worksheets/sheet1.xml': { packed: bomb, size: claimed } })
      expect(archive.length).to.be.lessThan(100_000)
      expect(await refusalOf(read('a.xlsx', archive))).to.equal('file: table.unpacked')
    }
  })

  it('reads neither pictures nor macros nor whatever else a workbook carries', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, ' '))
    const sheet = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
    const archive = aZip({
      'xl/media/image1.png': { packed: bomb, size: 10 },
      'xl/vbaProject.bin': { packed: bomb, size: 10 },
      'xl/worksheets/sheet1.xml': sheet,
    })
    expect(await read('a.xlsx', archive)).to.deep.equal([])
  })

  it('expands no entities', async () => {
    const swelling = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`)
    const archive = aZip({
      'xl/worksheets/sheet1.xml': `<!DOCTYPE w [<!ENTITY e0 "ha">${swelling.join('')}]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e12;</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>&e12;</t></is></c></row></sheetData></worksheet>`,
    })
    const outcome = await read('a.xlsx', archive).then(JSON.stringify, (error: Error) => error.message)
    expect(outcome.length).to.be.lessThan(1_000)
  })

  it('holds to its limits with a sheet of empty rows only', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 1}"/>`).join('')
    const archive = aZip({
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })
    expect(await read('a.xlsx', archive)).to.deep.equal([])
  })
})
