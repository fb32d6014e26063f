import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { openTableWriter, type TableFormat } from '../../../src/platform/tables/index.js'
import { aFolder, refusalOf, rowsOf } from './files.js'

const columns = [{ key: 'id', header: '编号' }, { key: 'text' }, { key: 'count' }]

async function written(format: TableFormat, ...rows: Record<string, string | number | string[]>[]) {
  const path = join(aFolder(), `out.${format}`)
  const writer = await openTableWriter({ to: path, format, columns })
  for (const row of rows) await writer.write(row)
  await writer.end()
  return path
}

describe('writing tables', () => {
  it('writes CSV with BOM, CRLF, quotation marks where needed and an apostrophe before what Excel would run', async () => {
    const path = await written(
      'csv',
      { id: 'a', text: '逗号,和"引号"\n换行', count: -3 },
      { id: '=1+1', text: '@SUM(A1)' },
      { id: '-2', text: "'+x", count: 0 },
    )
    expect(readFileSync(path, 'utf8')).to.equal(
      '\ufeff编号,text,count\r\na,"逗号,和""引号""\n换行",-3\r\n\'=1+1,\'@SUM(A1),\r\n\'-2,\'\'+x,0\r\n',
    )
  })

  it('reads back from CSV, JSONL and XLSX what it wrote', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...`午餐,"'=+-@\n\tx1`), minLength: 1 })
      .map((each) => each.trim())
      .filter((each) => each !== '')
    for (const format of ['csv', 'jsonl', 'xlsx'] as const) {
      await fc.assert(
        fc.asyncProperty(text, async (value) => {
          const [row] = await rowsOf(await written(format, { id: '1', text: value }))
          expect(row).to.have.nested.property('cells.text', value)
        }),
        { numRuns: 40, seed: 3 },
      )
    }
  })

  it('writes lists as lists in JSONL and as one cell elsewhere', async () => {
    const row = { id: '1', text: ['a', 'b'] }
    expect(readFileSync(await written('jsonl', row), 'utf8')).to.equal('{"id":"1","text":["a","b"]}\n')
    expect(readFileSync(await written('csv', row), 'utf8')).to.contain('1,a；b,\r\n')
  })

  it('leaves nothing at the path before the end, and no partial file after it', async () => {
    const folder = aFolder()
    const path = join(folder, 'out.csv')
    const writer = await openTableWriter({ to: path, format: 'csv', columns })
    await writer.write({ id: '1' })
    expect(existsSync(path)).to.equal(false)
    await writer.end()
    expect(readdirSync(folder)).to.deep.equal(['out.csv'])
  })

  it('leaves nothing behind when it is given up', async () => {
    const folder = aFolder()
    const writer = await openTableWriter({ to: join(folder, 'out.csv'), format: 'csv', columns })
    await writer.discard()
    expect(readdirSync(folder)).to.deep.equal([])
  })

  it('refuses a text that no Excel cell holds, and a folder that is not there', async () => {
    expect(await refusalOf(written('xlsx', { text: 'x'.repeat(32_768) }))).to.equal('text: table.cellTooLong')
    const to = join(aFolder(), 'none', 'out.csv')
    expect(await refusalOf(openTableWriter({ to, format: 'csv', columns }))).to.equal(
      `${to}: table.unwritable`,
    )
  })
})
