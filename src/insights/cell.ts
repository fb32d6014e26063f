import { causeCodes } from './causes.js'
import { countedStates, type Figures, nameOf } from './figures.js'

/** Figures as they are added up: pairs of a name's place in `figureNames` and its number, in the order of the places, without zeros. */
export type Cell = readonly number[]

/** The cells of a page by category. */
export type Cells = ReadonlyMap<string, Cell>

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
  const places: number[] = []
  const cell: number[] = []
  // Of every need that is written: without pairs and their copies it takes a fifth of the time.
  for (const name in figures) if (figures[name] !== 0) places.push(placeOfFigure(name))
  for (const place of places.sort((a, b) => a - b)) {
    cell.push(place, figures[figureNames[place] as string] as number)
  }
  return cell
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

const [space, semicolon, zero] = [' ', ';', '0'].map((sign) => sign.charCodeAt(0)) as [number, number, number]

/**
 * Cells as they are stored, alike for equal ones: `elderly.meals 0 5 1 2;mental 0 1`. A year of a district has two million of
 * these numbers; as text they are read in a fifth of the time of JSON.
 */
export function textOf(cells: Cells): string {
  const lines = Array.from(cells, ([category, cell]) => `${category} ${cell.join(' ')}`)
  return lines.sort().join(';')
}

/**
 * Reads stored cells without making anything of them.
 * @param begin told each category @param figure told place and number of each figure of the category told last
 */
export function scan(
  text: string,
  begin: (category: string) => void,
  figure: (place: number, value: number) => void,
): void {
  for (let at = 0; at < text.length; at++) {
    const end = text.indexOf(' ', at)
    begin(text.slice(at, end))
    let place = -1
    let number = 0
    for (at = end + 1; ; at++) {
      const code = at < text.length ? text.charCodeAt(at) : semicolon
      if (code !== space && code !== semicolon) {
        number = number * 10 + code - zero
        continue
      }
      if (place < 0) place = number
      else {
        figure(place, number)
        place = -1
      }
      number = 0
      if (code === semicolon) break
    }
  }
}

export function cellsIn(text: string): Map<string, Cell> {
  const cells = new Map<string, number[]>()
  let cell: number[] = []
  const begin = (category: string) => {
    cell = []
    cells.set(category, cell)
  }
  scan(text, begin, (place, value) => cell.push(place, value))
  return cells
}
