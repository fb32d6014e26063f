import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** How many people live in a region, and who says so. */
export interface Population {
  readonly region: string
  readonly residents: number
  /** Missing where the source does not say. */
  readonly year?: number
  /** Counted, said to live there, or said to be served there, which is more. */
  readonly kind: 'census' | 'residents' | 'served'
  readonly source: string
}

const kinds = ['census', 'residents', 'served'] as const

/** Reads `<district>-population.csv`; regions that it does not name have no rate. @throws RangeError naming a bad line */
export function loadPopulations(folder: string, district: string): ReadonlyMap<string, Population> {
  const file = join(folder, `${district}-population.csv`)
  if (!existsSync(file)) return new Map()
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true, trim: true })
  return new Map(rows.map((row) => [row.code ?? '', populationFrom(row)]))
}

function populationFrom({
  code = '',
  residents,
  year,
  kind,
  source = '',
}: Record<string, string>): Population {
  const known = kinds.find((each) => each === kind)
  if (!(Number(residents) > 0) || !known) throw new RangeError(`population of ${code}: ${residents}, ${kind}`)
  return {
    region: code,
    residents: Number(residents),
    ...(year ? { year: Number(year) } : {}),
    kind: known,
    source,
  }
}

/** Needs per 10,000 residents, to a tenth; undefined where nobody knows how many live there. */
export function perTenThousand(count: number, population: Population | undefined): number | undefined {
  return population && Math.round((count / population.residents) * 100_000) / 10
}
