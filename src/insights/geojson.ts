import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wgs84Of } from './gcj02.js'
import type { InsightRow } from './service.js'
import type { Tile } from './tiles.js'

export interface Feature {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
}

/** Borders of regions by code, in WGS-84, as the district laid them into its data folder. */
export type Boundaries = ReadonlyMap<string, Feature['geometry']>

/**
 * Reads `boundaries.geojson`: features whose property `code` is that of a region. A top-level `"crs": "GCJ-02"` says that
 * the coordinates are shifted. Undefined where there is none: borders are never invented.
 * @throws RangeError for a file that is not of this kind
 */
export function loadBoundaries(dataFolder: string): Boundaries | undefined {
  const file = join(dataFolder, 'boundaries.geojson')
  if (!existsSync(file)) return undefined
  const { type, crs, features } = JSON.parse(readFileSync(file, 'utf8'))
  if (type !== 'FeatureCollection' || !Array.isArray(features)) throw new RangeError(`${file}: no features`)
  const isShifted = crs === 'GCJ-02'
  return new Map(
    (features as Feature[]).map(({ properties, geometry }) => {
      const code = String(properties?.code ?? '')
      if (!/^\d{12}$/.test(code)) throw new RangeError(`${file}: a feature without the code of a region`)
      const { coordinates } = geometry
      return [code, isShifted ? { ...geometry, coordinates: unshifted(coordinates) } : geometry]
    }),
  )
}

function unshifted(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) throw new RangeError('boundaries: coordinates are lists')
  const [lng, lat] = coordinates
  if (typeof lng === 'number' && typeof lat === 'number') return wgs84Of([lng, lat])
  return coordinates.map(unshifted)
}

/**
 * The rows as features: on the district's own borders, or as tiles, which are squares of the tile map in its own units
 * and say so in `layout`.
 */
export function featureCollection(
  rows: readonly InsightRow[],
  boundaries: Boundaries | undefined,
  tiles: readonly Tile[],
) {
  const byCode = new Map(tiles.map((tile) => [tile.code, tile]))
  const features = rows.flatMap((row): Feature[] => {
    const code = row.region ?? ''
    const tile = byCode.get(code)
    const geometry = boundaries ? boundaries.get(code) : tile && squareOf(tile)
    return geometry ? [{ type: 'Feature', properties: propertiesOf(row), geometry }] : []
  })
  return { type: 'FeatureCollection', layout: boundaries ? 'boundaries' : 'tiles', features }
}

/** Numbers that are told as numbers; otherwise what they are: suppressed, none. */
function propertiesOf({ region, needs, unmet, ...rest }: InsightRow) {
  const told = (cell: InsightRow['needs']) => (cell.kind === 'count' ? cell.count : null)
  return { code: region, needs: told(needs), unmet: told(unmet), status: unmet.kind, ...rest }
}

/** North is up in GeoJSON, y grows to the south on the tile map. */
function squareOf({ x, y }: Tile): Feature['geometry'] {
  const ring = [
    [x, -y],
    [x, -y - 1],
    [x + 1, -y - 1],
    [x + 1, -y],
    [x, -y],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
