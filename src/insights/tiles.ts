import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { RegionLevel } from '../regions/index.js'

/** Where a region stands on the tile map of its level: x to the east, y to the south. Tiles show neighbourhood, not borders. */
export interface Tile {
  readonly code: string
  readonly level: RegionLevel
  readonly x: number
  readonly y: number
}

/** Reads `<district>-tiles.csv`, which scripts/tile-map.ts makes; none where there is no such file. */
export function loadTiles(folder: string, district: string): readonly Tile[] {
  const file = join(folder, `${district}-tiles.csv`)
  if (!existsSync(file)) return []
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true, trim: true })
  return rows.map(({ code = '', level, x, y }) => ({
    code,
    level: level as RegionLevel,
    x: Number(x),
    y: Number(y),
  }))
}
