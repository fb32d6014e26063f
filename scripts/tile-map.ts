import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { loadRegions } from '../src/regions/index.js'
import { randomFrom } from './tile-map/annealing.js'
import { type Block, layOut, type Spot } from './tile-map/layout.js'

/**
 * Lays the streets and the communities of a district on two grids and writes `<district>-tiles.csv`. Streets stand where
 * `<district>-anchors.csv` puts them, by hand, for a dozen tiles are sooner laid than described; their communities form
 * blocks about those places, neighbours touching, in the order of their codes, for nothing is known of their neighbourhood. Tiles are no borders. Usage: tsx scripts/tile-map.ts [district]
 */
const folder = 'seeds/regions'
const [district = 'longgang'] = process.argv.slice(2)
const regions = loadRegions(folder, district)
const rows: Record<string, string>[] = parse(readFileSync(join(folder, `${district}-anchors.csv`)), {
  columns: true,
})
const anchors = new Map(rows.map(({ code, x, y }) => [code, { x: Number(x), y: Number(y) }]))
const streets = regions.all.filter(({ level }) => level === 'street')
const pairs = streets.flatMap(({ code }) =>
  regions.neighbours(code).flatMap((other) => (code < other ? [[code, other] as const] : [])),
)
const lines = [
  'code,level,x,y',
  ...regions.all.filter(({ level }) => level === 'district').map(({ code }) => `${code},district,0,0`),
]

const fine = layOut(
  streets.map(({ code }) => block(code, regions.childrenOf(code).length)),
  pairs,
  3.3,
  { steps: 400_000, heat: { first: 30, last: 0.2 }, random: randomFrom(23) },
)
for (const { code } of streets) write(code, 'street', anchors.get(code))
for (const { code } of streets) {
  const spots = fine.spots.get(code) ?? []
  for (const [at, community] of regions.childrenOf(code).entries())
    write(community.code, 'community', spots[at])
}
writeFileSync(join(folder, `${district}-tiles.csv`), `${lines.join('\n')}\n`)
console.info(`neighbours that touch: communities' blocks ${percent(fine.touching)}`)

function block(code: string, tiles: number): Block {
  const anchor = anchors.get(code)
  if (!anchor) throw new RangeError(`no anchor for ${code}`)
  return { code, ...anchor, tiles }
}

function write(code: string, level: string, spot: Spot | undefined): void {
  if (!spot) throw new RangeError(`no tile for ${code}`)
  lines.push(`${code},${level},${spot.x},${spot.y}`)
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
