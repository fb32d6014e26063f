import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'chai'
import { gcj02Of, wgs84Of } from '../../src/insights/gcj02.js'
import { loadPopulations } from '../../src/insights/population.js'
import { loadTiles } from '../../src/insights/tiles.js'
import { regions } from '../feature-services.js'
import { temporaryPath } from '../platform/store/temporary-sqlite.js'

const tiles = loadTiles('seeds/regions', 'longgang')

describe('the tile map of Longgang', () => {
  it('has one tile for every region, and no place twice', () => {
    expect(tiles.map(({ code }) => code).sort()).to.deep.equal(regions.all.map(({ code }) => code).sort())
    const places = tiles.map(({ level, x, y }) => `${level} ${x} ${y}`)
    expect(new Set(places).size).to.equal(tiles.length)
    for (const { code, level } of tiles) expect(regions.get(code)?.level).to.equal(level)
  })

  it('lets neighbouring streets touch, as single tiles and as blocks of communities', () => {
    const streets = regions.all.filter(({ level }) => level === 'street').map(({ code }) => code)
    const pairs = streets.flatMap((a) =>
      regions
        .neighbours(a)
        .filter((b) => a < b)
        .map((b) => [a, b] as const),
    )
    const share = (level: string) => {
      const of = (street: string) =>
        tiles.filter((tile) => tile.level === level && regions.chain(tile.code).includes(street))
      const touch = pairs.filter(([a, b]) =>
        of(a).some((one) => of(b).some(({ x, y }) => Math.abs(one.x - x) <= 1 && Math.abs(one.y - y) <= 1)),
      )
      return touch.length / pairs.length
    }
    console.info(`      neighbours that touch: streets ${share('street')}, communities ${share('community')}`)
    // Laid by hand with north above: three pairs lie too far apart for a grid that keeps the directions.
    expect(share('street')).to.be.at.least(0.8)
    expect(share('community')).to.be.at.least(0.9)
  })

  it('keeps the communities of a street together', () => {
    for (const { code } of regions.all.filter(({ level }) => level === 'street')) {
      const own = regions.childrenOf(code).map((child) => tiles.find((tile) => tile.code === child.code))
      const [first, ...rest] = own.filter((tile) => tile !== undefined)
      const reached = [first]
      for (const tile of reached) {
        if (!tile) continue
        for (const other of rest)
          if (!reached.includes(other) && Math.abs(tile.x - other.x) + Math.abs(tile.y - other.y) === 1)
            reached.push(other)
      }
      expect(reached.length, regions.get(code)?.zh).to.equal(own.length)
    }
  })
})

const isKnown = (code: string) => regions.has(code)

describe('coordinates and populations', () => {
  it('lead from GCJ-02 back to WGS-84 within a millimetre', () => {
    const point = [114.2468, 22.7205] as const
    const shifted = gcj02Of(point)
    // Some 600 m apart in Shenzhen.
    expect(Math.abs(shifted[0] - point[0])).to.be.within(0.003, 0.008)
    const back = wgs84Of(shifted)
    expect(Math.abs(back[0] - point[0]) + Math.abs(back[1] - point[1])).to.be.below(1e-8)
  })

  it('name regions that there are, with a source each', () => {
    const populations = loadPopulations('seeds/regions', 'longgang', 'nowhere', isKnown)
    expect(populations.size).to.be.above(4)
    for (const { region, source } of populations.values()) {
      expect(regions.has(region)).to.equal(true)
      expect(source).to.not.equal('')
    }
  })

  it('are the district’s own where it lays a file into its data folder, line by line', () => {
    const file = temporaryPath('population.csv')
    const load = (...lines: string[]) => {
      writeFileSync(file, ['\ufeffcode,residents,year,kind,source', ...lines].join('\r\n'))
      return loadPopulations('seeds/regions', 'longgang', dirname(file), isKnown)
    }
    const [street, unnamed] = ['440307014000', '440307013000']
    const own = load(
      `${street},600123,2025,residents,街道统计年报`,
      `${unnamed},450000,,census,第七次人口普查`,
    )
    expect(own.get(street)).to.deep.equal({
      ...{ region: street, residents: 600_123, year: 2025 },
      ...{ kind: 'residents', source: '街道统计年报' },
    })
    expect(own.get(unnamed)?.residents).to.equal(450_000)
    expect(own.get('440307003000')?.residents).to.equal(506_400)
    for (const line of [
      '440399999000,100,2025,census,某处',
      `${street},约六十万,2025,census,某处`,
      `${street},600123,2025,guess,某处`,
      `${street},600123,2025,census,`,
      `${street},600123,去年,census,某处`,
    ])
      expect(() => load(line), line).to.throw(RangeError, 'population.csv, line 2')
  })
})
