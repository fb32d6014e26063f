import { expect } from 'chai'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { decodeText } from '../../../src/platform/tables/decode.js'
import type { TableRow } from '../../../src/platform/tables/index.js'
import { readCsv } from '../../../src/platform/tables/read-csv.js'
import { aFile, aFolder, refusalOf, rowsOf } from './files.js'

const plain = '编号,内容\nn1,独居老人需要午餐\nn2,孩子放学没人管\n'
const expected = [
  { line: 2, cells: { 编号: 'n1', 内容: '独居老人需要午餐' } },
  { line: 3, cells: { 编号: 'n2', 内容: '孩子放学没人管' } },
]

async function* inChunks(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('reading CSV', () => {
  for (const [encoding, bytes] of Object.entries({
    'UTF-8': Buffer.from(plain),
    'UTF-8 with BOM': Buffer.from(`\ufeff${plain}`),
    'UTF-16LE with BOM': iconv.encode(plain, 'utf-16le', { addBOM: true }),
    'UTF-16BE with BOM': iconv.encode(plain, 'utf-16be', { addBOM: true }),
    GB18030: iconv.encode(plain, 'gb18030'),
  })) {
    it(`knows ${encoding}`, async () => {
      expect(await rowsOf(aFile('needs.csv', bytes))).to.deep.equal(expected)
    })
  }

  it('finds out that a file is GB18030 though its first 200 KB are ASCII', async () => {
    const ascii = Array.from({ length: 10_000 }, (_, i) => `n${i},twenty letters in here`).join('\n')
    const bytes = iconv.encode(`id,text\n${ascii}\nlast,家里漏水没人修\n`, 'gb18030')
    const rows = await rowsOf(aFile('needs.csv', bytes))
    expect(rows.at(-1)).to.deep.equal({ line: 10_002, cells: { id: 'last', text: '家里漏水没人修' } })
  })

  it('keeps a UTF-8 file with one broken byte in UTF-8 and reports the row', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${plain}n3,坏`),
      Buffer.from([0xff]),
      Buffer.from('\nn4,好的\n'),
    ])
    const rows = await rowsOf(aFile('needs.csv', bytes))
    expect(rows.slice(0, 2)).to.deep.equal(expected)
    expect(rows.slice(2)).to.deep.equal([
      { line: 4, problem: { column: '内容', code: 'row.bytes' } },
      { line: 5, cells: { 编号: 'n4', 内容: '好的' } },
    ])
  })

  it('reads any text back in every encoding, wherever the chunks are cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'午餐陪护,"\n\rａé€𠮷x1') })
    const encoding = fc.constantFrom('utf8', 'gb18030', 'utf-16le', 'utf-16be')
    await fc.assert(
      fc.asyncProperty(cell, encoding, fc.integer({ min: 3, max: 9 }), async (text, name, size) => {
        const quoted = `id,text\r\n1,"${text.replaceAll('"', '""')}。老人需要人照顾"\r\n`
        const bytes = iconv.encode(quoted, name, { addBOM: name.startsWith('utf-16') })
        const rows: TableRow[] = []
        for await (const row of readCsv('file', decodeText(inChunks(bytes, size)))) rows.push(row)
        const read = `${text}。老人需要人照顾`.replace(/\r\n?/g, '\n').trim()
        expect(rows).to.deep.equal([{ line: 2, cells: { id: '1', text: read } }])
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  for (const [name, delimiter] of Object.entries({ semicolons: ';', tabs: '\t' })) {
    it(`knows that cells are parted by ${name}`, async () => {
      const rows = await rowsOf(aFile('needs.csv', plain.replaceAll(',', delimiter)))
      expect(rows).to.deep.equal(expected)
    })
  }

  it('counts lines as an editor does: past CRLF, empty lines and cells of several lines', async () => {
    const text = '\r\nid,text\r\n\r\n1,"first\r\nsecond, ""quoted"""\r\n,\r\n2,plain "marks" inside\r\n'
    expect(await rowsOf(aFile('t.csv', text))).to.deep.equal([
      { line: 4, cells: { id: '1', text: 'first\nsecond, "quoted"' } },
      { line: 7, cells: { id: '2', text: 'plain "marks" inside' } },
    ])
  })

  it('reads a cell of 1 MB', async () => {
    const long = '很长'.repeat(175_000)
    const [row] = await rowsOf(aFile('t.csv', `id,text\n1,"${long}"\n`))
    expect(row).to.have.nested.property('cells.text', long)
  })

  it('reports a row with more cells than headers, fills one with fewer, and goes on', async () => {
    expect(await rowsOf(aFile('t.csv', 'id,text,region\n1,a,b,c\n2,x\n3,y,,,\n'))).to.deep.equal([
      { line: 2, problem: { code: 'row.extraCells', params: { found: 4, expected: 3 } } },
      { line: 3, cells: { id: '2', text: 'x', region: '' } },
      { line: 4, cells: { id: '3', text: 'y', region: '' } },
    ])
  })

  it('gives up only the line where quotation marks do not fit', async () => {
    const text = 'id,text\n1,a\n2,"open\n3,c\n4,"d" e\n5,"f" ,\n6,"never\n7,h'
    expect(await rowsOf(aFile('t.csv', text))).to.deep.equal([
      { line: 2, cells: { id: '1', text: 'a' } },
      { line: 3, problem: { code: 'row.afterQuote' } },
      { line: 4, cells: { id: '3', text: 'c' } },
      { line: 5, problem: { code: 'row.afterQuote' } },
      { line: 6, cells: { id: '5', text: 'f' } },
      { line: 7, problem: { code: 'row.quote' } },
      { line: 8, cells: { id: '7', text: 'h' } },
    ])
  })

  it('goes on after a quotation mark that is not closed for 9 MB', async () => {
    const lines = Array.from({ length: 9_000 }, (_, i) => `${i},${'x'.repeat(995)}`)
    const rows = await rowsOf(aFile('t.csv', `id,text\nbad,"open\n${lines.join('\n')}\n`))
    expect(rows).to.have.length(9_001)
    expect(rows[0]).to.have.nested.property('problem.code', 'row.quote')
    expect(rows.at(-1)).to.deep.include({ line: 9_002 })
  })

  it('numbers repeated headers and takes __proto__ for a header like any other', async () => {
    const [row] = await rowsOf(aFile('t.csv', 'id,a,a,__proto__,\n1,x,y,z,\n'))
    expect(Object.entries(row && 'cells' in row ? row.cells : {})).to.deep.equal([
      ['id', '1'],
      ['a', 'x'],
      ['a (2)', 'y'],
      ['__proto__', 'z'],
    ])
  })

  it('refuses what cannot be read as a whole with one error that names the path', async () => {
    const folder = aFolder()
    const empty = aFile('empty.csv', '')
    expect(await refusalOf(rowsOf(`${folder}/none.csv`))).to.equal(`${folder}/none.csv: table.missing`)
    expect(await refusalOf(rowsOf(folder))).to.equal(`${folder}: table.folder`)
    expect(await refusalOf(rowsOf(empty))).to.equal(`${empty}: table.empty`)
  })
})
