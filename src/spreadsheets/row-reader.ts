import type { CellProblem } from '../platform/tables/index.js'
import { agesIn, dayIn, lastDayIn, listIn, numberIn } from './cell-values.js'
import { codeIn, type Labels } from './labels.js'

/** Reads the cells of one row, and keeps every cell that could not be read, so that all are told at once. */
export class RowReader<F extends string> {
  readonly problems: CellProblem[] = []

  constructor(
    private readonly fields: { readonly [field in F]?: string },
    private readonly headerOf: (field: string) => string,
  ) {}

  text(field: F): string | undefined {
    return this.fields[field]
  }

  number(field: F): number | undefined {
    return this.read(field, numberIn, 'cell.number')
  }

  day(field: F): string | undefined {
    return this.read(field, dayIn, 'cell.day')
  }

  /** A day, or of a month its last. */
  dayOrMonth(field: F): string | undefined {
    return this.read(field, (cell) => dayIn(cell) ?? lastDayIn(cell), 'cell.day')
  }

  ages(field: F): { from: number; to: number } | undefined {
    return this.read(field, agesIn, 'cell.ages')
  }

  code(field: F, table: Labels): string | undefined {
    return this.read(field, (cell) => codeIn(table, cell), 'cell.unknown')
  }

  /** What a name stands for. */
  one<T>(field: F, find: (name: string) => T | undefined): T | undefined {
    return this.read(field, find, 'cell.unknown')
  }

  codes(field: F, table: Labels): string[] {
    return this.list(field, (name) => codeIn(table, name))
  }

  /** What each name of a list stands for. */
  list<T>(field: F, find: (name: string) => T | undefined): T[] {
    const found = listIn(this.fields[field]).flatMap((name) => {
      const one = find(name)
      if (one === undefined) this.refuse(field, 'cell.unknown', name)
      return one ?? []
    })
    return [...new Set(found)]
  }

  /** What stands above the cell of a field: a unit may stand in it. */
  headedAs(field: F): string {
    return this.headerOf(field)
  }

  refuse(field: F, code: string, value: string): void {
    this.problems.push({ column: this.headerOf(field), code, params: { value } })
  }

  private read<T>(field: F, reader: (cell: string) => T | undefined, code: string): T | undefined {
    const cell = this.fields[field]
    if (cell === undefined) return undefined
    const value = reader(cell)
    if (value === undefined) this.refuse(field, code, cell)
    return value
  }
}

/** An object without its undefined values; undefined when none is left. */
export function filledIn<T extends Record<string, unknown>>(values: T): Record<string, unknown> | undefined {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return entries.length ? Object.fromEntries(entries) : undefined
}
