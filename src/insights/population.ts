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

/**
 * Reads `<district>-population.csv` of the seeds, and `population.csv` of the data folder, which says it better. Regions that
 * neither names have no rate.
 * @param isKnown whether a code is that of a region
 * @throws RangeError naming a bad line
 */
export function loadPopulations(
  seeds: string,
  district: string,
  data: string,
  isKnown: (code: string) => boolean,
): ReadonlyMap<string, Population> {
  const files = [join(seeds, `${district}-population.csv`), join(data, 'population.csv')]
  return new Map(files.flatMap((file) => populationsIn(file, isKnown)))
}

function populationsIn(file: string, isKnown: (code: string) => boolean): [string, Population][] {
  if (!existsSync(file)) return []
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true, trim: true })
  return rows.map((row, at) => {
    const population = populationFrom(row)
    if (!population || !isKnown(population.region))
      throw new RangeError(`${file}, line ${at + 2}: ${Object.values(row).join()}`)
    return [population.region, population]
  })
}

/** Undefined for a line that does not say how many, of what kind and by whom. */
function populationFrom({
  code = '',
  residents,
  year,
  kind,
  source = '',
}: Record<string, string>): Population | undefined {
  const known = kinds.find((each) => each === kind)
  const isYear = !year || /^\d{4}$/.test(year)
  if (!/^[1-9]\d*$/.test(residents ?? '') || !known || !source || !isYear) return undefined
  return {
    region: code,
    residents: Number(residents),
    ...(year ? { year: Number(year) } : {}),
    kind: known,
    source,
  }
}

/** Needs per 10,000 residents, to a hundredth; undefined where nobody knows how many live there. */
export function perTenThousand(count: number, population: Population | undefined): number | undefined {
  return population && Math.round((count / population.residents) * 1_000_000) / 100
}
