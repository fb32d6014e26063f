import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadRegions } from '../../src/regions/index.js'
import { regions } from '../feature-services.js'
import { onCleanup } from '../setup.js'

const head = 'code,parent_code,level,name_zh,name_en,lng,lat'
const pingshan = [
  head,
  '440310000000,440300000000,district,坪山区,Pingshan District,114.35,22.69',
  '440310001000,440310000000,street,坪山街道,Pingshan Subdistrict,,',
  '440310002000,440310000000,street,坑梓街道,Kengzi Subdistrict,,',
  '440310001001,440310001000,community,六联社区,Liulian Community,,',
]

function folderWith(files: Record<string, readonly string[]>): string {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-'))
  onCleanup(() => rmSync(folder, { recursive: true }))
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, name), `\ufeff${lines.join('\r\n')}\r\n`)
  return folder
}

describe('loading regions', () => {
  it('keeps the code, the names and the point of each', () => {
    expect(regions.get('440307003000')).to.deep.equal({
      code: '440307003000',
      parent: '440307000000',
      level: 'street',
      zh: '平湖街道',
      en: 'Pinghu Subdistrict',
      point: { lng: 114.15051, lat: 22.65578 },
    })
  })

  it('takes another district from the same files', () => {
    const folder = folderWith({
      'pingshan.csv': pingshan,
      'pingshan-adjacency.csv': ['street_a,street_b,confidence,basis', '坪山街道,坑梓街道,read,a map'],
    })
    const other = loadRegions(folder, 'pingshan')
    expect(other.chain('440310001001')).to.deep.equal(['440310001001', '440310001000', '440310000000'])
    expect(other.neighbours('440310002000')).to.deep.equal(['440310001000'])
    expect(other.distance('440310001001', '440310002000')).to.equal(1)
    expect(other.findIn('坪山街道六联社区')?.code).to.equal('440310001001')
    expect(other.get('440310001001')?.point).to.equal(undefined)
  })

  it('does without neighbours, and then knows no distance between streets', () => {
    const other = loadRegions(folderWith({ 'pingshan.csv': pingshan }), 'pingshan')
    expect(other.neighbours('440310001000')).to.deep.equal([])
    expect(other.distance('440310001000', '440310002000')).to.equal(Number.POSITIVE_INFINITY)
  })

  it('refuses codes, levels and neighbours that are none', () => {
    const load = (row: string) => () => loadRegions(folderWith({ 'x.csv': [...pingshan, row] }), 'x')
    expect(load('4403,440310000000,street,某街道,Some,,')).to.throw(RangeError, 'code 4403')
    expect(load('440310009000,440310000000,village,某村,Some,,')).to.throw(RangeError, 'level village')
    const folder = folderWith({
      'x.csv': pingshan,
      'x-adjacency.csv': ['street_a,street_b,confidence,basis', '坪山街道,马峦街道,read,a map'],
    })
    expect(() => loadRegions(folder, 'x')).to.throw(RangeError, '马峦街道')
  })
})
