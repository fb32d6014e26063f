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

const all = 'all' as const

/** @param offerings that are published now */
export function sizeOf(offerings: number): Size {
  if (offerings === 0) return 'none'
  if (offerings < 3) return 'small'
  return offerings < 10 ? 'medium' : 'large'
}

/**
 * Who is recommended, and who accepts, by track, size and region; small counts are kept back. The breakdowns of a measure
 * share nothing but its total: while that is shown, none tells more of another. Where one has to hide it, all is hidden.
 * @param regions all that a row may name
 */
export function fairnessOf(
  rows: readonly FairnessRow[],
  regions: readonly string[],
  smallest: SmallestCounts,
): FairnessGroup[] {
  const breakdowns: readonly Breakdown[] = [
    { by: 'track', groups: tracks, of: ({ track }) => track },
    { by: 'size', groups: sizes, of: ({ offerings }) => sizeOf(offerings) },
    { by: 'region', groups: regions, of: ({ region }) => region },
  ]
  const cells = new Map(measures.map((measure) => [measure, cellsOf(rows, measure, breakdowns, smallest)]))
  const group = (by: FairnessGroup['by'], name: string): FairnessGroup => ({
    by,
    group: name,
    measures: Object.fromEntries(
      measures.map((measure) => {
        const cell = cells.get(measure)?.get(`${by} ${name}`) ?? hidden
        const share = publishedShare(cell, cells.get(measure)?.get(`${all} ${all}`) ?? hidden)
        return [measure, share.kind === 'share' ? { cell, share: share.share } : { cell }]
      }),
    ) as FairnessGroup['measures'],
  })
  return [group(all, all), ...breakdowns.flatMap(({ by, groups }) => groups.map((name) => group(by, name)))]
}

interface Breakdown {
  readonly by: FairnessGroup['by']
  readonly groups: readonly string[]
  readonly of: (row: FairnessRow) => string
}

const hidden: PublishedCell = { kind: 'suppressed' }

/** By breakdown and group; empty where the total cannot be shown. */
function cellsOf(
  rows: readonly FairnessRow[],
  measure: Measure,
  breakdowns: readonly Breakdown[],
  smallest: SmallestCounts,
): Map<string, PublishedCell> {
  const cells = new Map<string, PublishedCell>()
  for (const { by, groups, of } of breakdowns) {
    const sums = new Map<string, number>()
    for (const row of rows) {
      const count = measure === 'organizations' ? 1 : row[measure]
      sums.set(of(row), (sums.get(of(row)) ?? 0) + count)
    }
    const axis = [{ id: all }, ...groups.map((id) => ({ id, parent: all }))]
    const leaves = Array.from(sums, ([id, count]) => ({ at: [id], count }))
    const table = suppress({ axes: [axis], leaves }, smallest)
    const total = table.cell([all])
    if (total.kind !== 'count') return new Map()
    cells.set(`${all} ${all}`, total)
    for (const name of groups) cells.set(`${by} ${name}`, table.cell([name]))
  }
  return cells
}
