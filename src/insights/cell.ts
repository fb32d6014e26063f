import { causeCodes } from './causes.js'
import { countedStates, type Figures, nameOf } from './figures.js'

/**
 * Figures as they are stored: pairs of a name's place in `figureNames` and its number, in the order of the places, zeros left
 * out. A fifth of the time of reading names, of which a year of a district has a million.
 */
export type Cell = readonly number[]

const days = Array.from({ length: 31 }, (_, at) => `day_${String(at + 1).padStart(2, '0')}`)

/** Whoever adds one puts it last, or raises `rules` in made.ts. */
export const figureNames: readonly string[] = [
  ...['needs', 'unmet', 'waiting'],
  ...countedStates.map(nameOf),
  ...days,
  ...causeCodes.map((code) => `cause_${nameOf(code)}`),
]
const placeOf: ReadonlyMap<string, number> = new Map(figureNames.map((name, at) => [name, at]))
const firstDay = figureNames.indexOf('day_01')

/** @throws RangeError for a name that is not counted */
function placeOfFigure(name: string): number {
  const place = placeOf.get(name)
  if (place === undefined) throw new RangeError(`no figure ${name}`)
  return place
}

/** The day of the month of which a place counts those who wait; undefined for a place of something else. */
export function dayAt(place: number): number | undefined {
  const day = place - firstDay + 1
  return day >= 1 && day <= days.length ? day : undefined
}

export function cellOf(figures: Figures): Cell {
  return Object.entries(figures)
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => [placeOfFigure(name), value] as const)
    .sort(([a], [b]) => a - b)
    .flat()
}

export function figuresIn(cell: Cell): Figures {
  const figures: Record<string, number> = {}
  for (let at = 0; at < cell.length; at += 2)
    figures[figureNames[cell[at] as number] ?? ''] = cell[at + 1] as number
  return figures
}

/** One more, or less. @param sign 1 or -1 */
export function added(cell: Cell, other: Cell, sign: 1 | -1): Cell {
  const sum: number[] = []
  for (let a = 0, b = 0; a < cell.length || b < other.length; ) {
    const place = Math.min(cell[a] ?? Number.POSITIVE_INFINITY, other[b] ?? Number.POSITIVE_INFINITY)
    let value = 0
    if (cell[a] === place) {
      value += cell[a + 1] as number
      a += 2
    }
    if (other[b] === place) {
      value += sign * (other[b + 1] as number)
      b += 2
    }
    if (value !== 0) sum.push(place, value)
  }
  return sum
}
