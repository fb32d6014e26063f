import { readFileSync } from 'node:fs'

/** One line of a CSV, its cells asked for by header; what does not fit is refused with the place where it stands. */
export class Cells {
  constructor(
    private readonly place: string,
    private readonly columns: ReadonlyMap<string, number>,
    private readonly line: readonly string[],
  ) {}

  /** '' where the cell is empty. @throws RangeError when there is no such column */
  text(header: string): string {
    const cell = this.line[this.columns.get(header) ?? -1]
    if (cell === undefined) throw this.refused(header, 'no such column')
    return cell
  }

  /** Undefined where the cell is empty. */
  optional(header: string): string | undefined {
    return this.text(header) || undefined
  }

  required(header: string): string {
    return this.optional(header) ?? this.refuse(header, 'empty')
  }

  /** The parts between semicolons; an empty one in between stays, so that lists can be read side by side. */
  list(header: string): string[] {
    const cell = this.text(header)
    return cell ? cell.split(';') : []
  }

  number(header: string): number {
    const cell = this.required(header)
    return /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : this.refuse(header, cell)
  }

  /** An ISO day or instant as it stands. */
  date(header: string): string {
    const cell = this.required(header)
    return Number.isNaN(Date.parse(cell)) ? this.refuse(header, cell) : cell
  }

  oneOf<T extends string>(values: readonly T[], header: string): T {
    return this.known(values, this.text(header), header)
  }

  someOf<T extends string>(values: readonly T[], header: string): T[] {
    return this.list(header).map((cell) => this.known(values, cell, header))
  }

  /** `6-12`; undefined where the cell is empty. */
  range(header: string): { from: number; to: number } | undefined {
    const cell = this.optional(header)
    if (cell === undefined) return undefined
    const [, from, to] = /^(\d{1,3})-(\d{1,3})$/.exec(cell) ?? this.refuse(header, cell)
    return { from: Number(from), to: Number(to) }
  }

  refuse(header: string, what: string): never {
    throw this.refused(header, what)
  }

  private known<T extends string>(values: readonly T[], cell: string, header: string): T {
    return values.find((value) => value === cell) ?? this.refuse(header, cell)
  }

  private refused(header: string, what: string): RangeError {
    return new RangeError(`${this.place}: ${header}: ${what}`)
  }
}

/**
 * Every line of a CSV by RFC 4180 in UTF-8, with or without BOM. Cut here and not by csv-parse: that takes several
 * times as long over the first file, and the first start waits for it.
 * @throws RangeError where quotation marks do not fit, or a line has more or fewer cells than the first
 */
export function readCells(file: string): Cells[] {
  const [headers = [], ...lines] = cutLines(file, readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  const columns = new Map(headers.map((header, at) => [header, at]))
  return lines.map((line, i) => {
    const place = `${file} row ${i + 1}`
    if (line.length !== headers.length) throw new RangeError(`${place}: ${line.length} cells`)
    return new Cells(place, columns, line)
  })
}

function cutLines(file: string, content: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  const lines: string[][] = []
  let line: string[] = []
  while (cell.lastIndex < content.length) {
    const from = cell.lastIndex
    const found = cell.exec(content)
    if (!found)
      throw new RangeError(`${file}: quotation marks do not fit at ${content.slice(from, from + 20)}`)
    const [, quoted, plain = '', end] = found
    line.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  return lines
}
