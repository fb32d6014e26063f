import type { References } from './references.js'
import type { RowReader } from './row-reader.js'

/** The code of the place that a row's cells name together; a place that is not known is refused. */
export function placeIn(
  row: RowReader<'community' | 'street' | 'region'>,
  references: References,
): string | undefined {
  const cells: { community?: string; street?: string; region?: string } = {}
  for (const field of ['community', 'street', 'region'] as const) {
    const cell = row.text(field)
    if (cell) cells[field] = cell
  }
  const [narrowest] = Object.keys(cells) as (keyof typeof cells)[]
  const found = references.place(cells)
  if (narrowest && !found) row.refuse(narrowest, 'cell.unknown', Object.values(cells).join(' '))
  return found
}
