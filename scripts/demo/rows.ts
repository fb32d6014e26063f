import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export type Row = Record<string, string>

export const seeds = join(import.meta.dirname, '../../seeds')

/** The lines of a table of seeds/demo/plan. */
export function rows(name: string): Row[] {
  const file = readFileSync(join(seeds, 'demo/plan', `${name}.tsv`))
  return parse(file, { columns: true, delimiter: '\t', comment: '#', quote: false })
}

/** How far each of the current needs has come, and with whom; their order is that of current-needs.csv. */
export const currentNeedPlan = rows('current-needs')
