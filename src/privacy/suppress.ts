import { type CountTable, Grid } from './counts/grid.js'
import { Protection } from './counts/protection.js'

/** A cell as it may be published: a number, a number that is kept back, or nothing known. Zero is a number. */
export type PublishedCell =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'none' }

/** Counts below these are not published; whole numbers >= 1. */
export interface SmallestCounts {
  /** Of sensitive groups; a zero is kept back too. */
  readonly sensitive: number
  readonly otherwise: number
}

export interface PublishedTable {
  /** @param at an id for each axis, of any level. @throws RangeError for an id that is not there */
  cell(at: readonly string[]): PublishedCell
  /** Every cell, totals included; whatever stands above another on an axis comes before it. */
  cells(): Generator<{ readonly at: readonly string[]; readonly cell: PublishedCell }>
}

/**
 * Keeps small counts back, and with them as many others as it takes: whoever knows all that is published, totals and
 * rates too, can exclude none of the numbers from 1 (0 for a sensitive group) to the smallest that would be published.
 * Method, proof and limits: docs/privacy-counts.md.
 * @throws RangeError for a table that is not well formed
 */
export function suppress(table: CountTable, smallest: SmallestCounts): PublishedTable {
  const grid = new Grid(table)
  const protection = new Protection(grid)
  const small = smallCells(grid, smallest)
  for (const { cell } of small) protection.hide(cell)
  for (const { cell, up, down } of small) {
    protection.widen(cell, 'up', up)
    protection.widen(cell, 'down', down)
  }
  const show = (cell: number): PublishedCell => {
    if (!grid.known[cell]) return { kind: 'none' }
    return protection.isHidden[cell]
      ? { kind: 'suppressed' }
      : { kind: 'count', count: grid.counts[cell] as number }
  }
  return {
    cell: (at) => show(grid.cellOf(at)),
    *cells() {
      for (let cell = 0; cell < grid.size; cell++) yield { at: grid.idsOf(cell), cell: show(cell) }
    },
  }
}

interface SmallCell {
  readonly cell: number
  /** How much larger and smaller it must be able to be. */
  readonly up: number
  readonly down: number
}

function smallCells(grid: Grid, { sensitive, otherwise }: SmallestCounts): SmallCell[] {
  const small: SmallCell[] = []
  for (let cell = 0; cell < grid.size; cell++) {
    if (!grid.known[cell]) continue
    const count = grid.counts[cell] as number
    const isSensitive = grid.isSensitive(cell)
    const least = isSensitive ? sensitive : otherwise
    const lowest = isSensitive ? 0 : 1
    if (count >= lowest && count < least) small.push({ cell, up: least - count, down: count - lowest })
  }
  return small
}

/** A share of one published count in another, e.g. 0.25, which tells no more than the two do. */
export function publishedShare(
  part: PublishedCell,
  whole: PublishedCell,
): PublishedCell | { kind: 'share'; share: number } {
  if (part.kind !== 'count') return part
  if (whole.kind !== 'count') return whole
  return whole.count === 0 ? { kind: 'none' } : { kind: 'share', share: part.count / whole.count }
}
