import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Region, type RegionLevel, Regions } from './model.js'

function rows(file: string): Record<string, string>[] {
  return parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true, trim: true })
}

/**
 * Reads `<district>.csv` and, where it is there, `<district>-adjacency.csv`; the columns are in seeds/regions/README.md.
 * @throws RangeError when codes, parents or neighbours do not fit together
 */
export function loadRegions(folder: string, district = 'longgang'): Regions {
  const all = rows(join(folder, `${district}.csv`)).map(toRegion)
  const adjacency = join(folder, `${district}-adjacency.csv`)
  const streets = new Map(all.filter((r) => r.level === 'street').map((r) => [r.zh, r.code]))
  const neighbours = existsSync(adjacency)
    ? rows(adjacency).map(
        (row) =>
          [
            streets.get(row.street_a ?? '') ?? `${row.street_a}`,
            streets.get(row.street_b ?? '') ?? `${row.street_b}`,
          ] as const,
      )
    : []
  return new Regions(all, neighbours)
}

function toRegion(row: Record<string, string>): Region {
  if (!/^\d{12}$/.test(row.code ?? '')) throw new RangeError(`regions: code ${row.code}`)
  const level = row.level as RegionLevel
  if (!['district', 'street', 'community'].includes(level))
    throw new RangeError(`regions: level ${row.level}`)
  return {
    code: row.code ?? '',
    parent: level === 'district' ? undefined : row.parent_code,
    level,
    zh: row.name_zh ?? '',
    en: row.name_en ?? '',
    point: row.lng && row.lat ? { lng: Number(row.lng), lat: Number(row.lat) } : undefined,
  }
}
