import { type PublishedCell, publishedShare, type SmallestCounts, suppress } from '../privacy/index.js'

/** Size is not known of organisations: the number of offerings that it has published stands for it. */
export const sizes = ['none', 'small', 'medium', 'large'] as const
export type Size = (typeof sizes)[number]
export const tracks = ['registered', 'filed'] as const

export const measures = ['organizations', 'offerings', 'recommended', 'accepted'] as const
export type Measure = (typeof measures)[number]

/** What is counted of one organisation. */
export interface FairnessRow extends Readonly<Record<Exclude<Measure, 'organizations'>, number>> {
  readonly track: (typeof tracks)[number]
  /** Code of the street where it is at home, or of the district. */
  readonly region: string
}

/** One group of organisations: how many they are, and their share of what there is. */
export interface FairnessGroup {
  readonly by: 'all' | 'track' | 'size' | 'region'
  readonly group: string
  readonly measures: Readonly<Record<Measure, { readonly cell: PublishedCell; readonly share?: number }>>
}

const all = 'all'

/** @param offerings that are published now */
export function sizeOf(offerings: number): Size {
  if (offerings === 0) return 'none'
  if (offerings < 3) return 'small'
  return offerings < 10 ? 'medium' : 'large'
}

/**
 * Who is recommended, and who accepts, by track, size and region; small counts are kept back. The three breakdowns come from
 * one table, so that none tells what another hides.
 * @param regions all that a row may name
 */
export function fairnessOf(
  rows: readonly FairnessRow[],
  regions: readonly string[],
  smallest: SmallestCounts,
): FairnessGroup[] {
  const axes = [tracks, sizes, regions].map((ids) => [{ id: all }, ...ids.map((id) => ({ id, parent: all }))])
  const tables = new Map(
    measures.map((measure) => [measure, suppress({ axes, leaves: leavesOf(rows, measure) }, smallest)]),
  )
  const group = (by: FairnessGroup['by'], name: string, at: readonly string[]): FairnessGroup => ({
    by,
    group: name,
    measures: Object.fromEntries(
      measures.map((measure) => {
        const table = tables.get(measure)
        if (!table) throw new RangeError(measure)
        const cell = table.cell(at)
        const share = publishedShare(cell, table.cell([all, all, all]))
        return [measure, share.kind === 'share' ? { cell, share: share.share } : { cell }]
      }),
    ) as FairnessGroup['measures'],
  })
  return [
    group('all', all, [all, all, all]),
    ...tracks.map((track) => group('track', track, [track, all, all])),
    ...sizes.map((size) => group('size', size, [all, size, all])),
    ...regions.map((region) => group('region', region, [all, all, region])),
  ]
}

function leavesOf(rows: readonly FairnessRow[], measure: Measure) {
  const sums = new Map<string, { at: readonly string[]; count: number }>()
  for (const row of rows) {
    const at = [row.track, sizeOf(row.offerings), row.region]
    const key = at.join()
    const count = (sums.get(key)?.count ?? 0) + (measure === 'organizations' ? 1 : row[measure])
    sums.set(key, { at, count })
  }
  return sums.values()
}
