import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadDemo } from '../../src/demo/index.js'
import { onCleanup } from '../setup.js'

const seeds = join(import.meta.dirname, '../../seeds')

/** A copy of the demo in which the first `from` of a file is `to`. */
function spoilt(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-demo-'))
  onCleanup(() => rmSync(folder, { recursive: true }))
  cpSync(join(seeds, 'demo'), join(folder, 'demo'), { recursive: true })
  const path = join(folder, 'demo', file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  return folder
}

describe('reading the demo files', () => {
  it('names file, row and column of a cell that cannot be what it should', () => {
    const folder = spoilt('organizations.csv', ',charity,', ',charitable,')
    expect(() => loadDemo(folder)).to.throw(RangeError, /organizations\.csv row 1: activity: charitable/)
  })

  it('refuses a column that is missing, a line with other cells and quotation marks that do not fit', () => {
    expect(() => loadDemo(spoilt('needs.csv', 'visibility', 'seenBy'))).to.throw(
      /row 1: visibility: no such column/,
    )
    expect(() => loadDemo(spoilt('offerings.csv', ',published,', ',published,,'))).to.throw(
      /offerings\.csv row \d+: 2\d cells/,
    )
    expect(() => loadDemo(spoilt('needs.csv', 'DEMO-N-0001', '"DEMO"N-0001'))).to.throw(/quotation marks/)
  })

  it('bears what a spreadsheet program does to them: other line ends, no BOM, quotation marks, lines in a cell', () => {
    const folder = spoilt('needs.csv', 'DEMO-N-0001', '"DEMO-N-0001"')
    const path = join(folder, 'demo/needs.csv')
    writeFileSync(path, readFileSync(path, 'utf8').replace('\ufeff', '').replaceAll('\r\n', '\n'))
    expect(loadDemo(folder)).to.deep.equal(loadDemo(seeds))
    const twoLines = loadDemo(spoilt('needs.csv', 'DEMO-N-0001', '"DEMO ""1""\r\nmore"'))
    expect(twoLines.needs[0]?.fields.externalId).to.equal('DEMO "1"\r\nmore')
  })
})
