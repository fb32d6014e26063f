import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../platform/actor.js'
import type { ImportedRow } from '../platform/records/index.js'
import type { CellProblem, Row, TableRow } from '../platform/tables/index.js'
import type { JudgedRow, JudgedSheet, SheetKind, Warning } from './import-model.js'
import type { References } from './references.js'
import { ownHeaders } from './refused-rows.js'
import { SheetReader } from './sheet-reader.js'

export interface JudgeDeps<F extends string> {
  readonly kind: SheetKind<F>
  readonly references: References
  /** The same id for the same row of the same sender, which tells nobody what stands in the row. */
  readonly idOf: (row: string) => string
}

/** A row that could be read, before anybody has looked at what it says. */
interface ReadRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  readonly externalId: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly problems: readonly CellProblem[]
}

/** So many rows are looked at between two turns of others. */
const inOneGo = 100
/** The row that a template shows. */
const example = /^(?:示例|例$|example\b)/i

/** Reads the rows of a sheet and says what an import would do with each. Writes nothing. */
export class Judge<F extends string> {
  private readonly lineOf = new Map<string, number>()

  private constructor(
    private readonly deps: JudgeDeps<F>,
    private readonly reader: SheetReader<F>,
    private readonly actor: Actor,
  ) {}

  static async of<F extends string>(deps: JudgeDeps<F>, actor: Actor): Promise<Judge<F>> {
    return new Judge(deps, new SheetReader(await deps.kind.sheetFor(actor), deps.references), actor)
  }

  async judge(table: readonly TableRow[]): Promise<JudgedSheet> {
    const rows: JudgedRow[] = []
    for (let from = 0; from < table.length; from += inOneGo) {
      rows.push(...(await this.judgeSome(table.slice(from, from + inOneGo))))
      await setImmediate()
    }
    const warnings = await this.warnings(rows)
    const missing = rows.flatMap(({ problems }) => problems.flatMap(({ column }) => column ?? []))
    return {
      columns: [...new Set([...this.reader.recognised, ...missing])],
      ignored: this.reader.unrecognised.filter((header) => !ownHeaders.has(header)),
      rows: rows.map((row) => ({ ...row, warnings: warnings.get(row.line) ?? [] })),
    }
  }

  private async judgeSome(table: readonly TableRow[]): Promise<JudgedRow[]> {
    const read = table.flatMap((row) => {
      if ('problem' in row) return unreadable(row.line, row.problem)
      return this.readRow(row) ?? []
    })
    const rows = read.filter((row) => 'fields' in row)
    const results = await this.deps.kind.importMany(rows, this.actor, { apply: false, known: 'keep' })
    const resultOf = new Map(rows.map(({ line }, index) => [line, results[index] as ImportedRow]))
    return read.map((row) =>
      'fields' in row ? this.judged(row, resultOf.get(row.line) as ImportedRow) : row,
    )
  }

  /** Undefined for the example of a template, which nobody means. */
  private readRow(row: Row): ReadRow | undefined {
    const { cells, fields, problems } = this.reader.read(row)
    const entries = Object.entries<string | undefined>(cells)
    if (example.test(entries.find(([field]) => field === 'id')?.[1] ?? '')) return undefined
    const externalId = this.deps.idOf(JSON.stringify(entries.sort()))
    const before = this.lineOf.get(externalId)
    if (before === undefined) this.lineOf.set(externalId, row.line)
    // A number of its own is what would tell it from the other.
    const column = this.reader.headerOf('id')
    const repeated = before === undefined ? [] : [{ column, code: 'row.repeated', params: { line: before } }]
    return {
      line: row.line,
      cells: this.reader.recognisedCells(row),
      externalId,
      fields: { ...this.deps.kind.takenForGranted(this.actor), ...fields },
      problems: [...problems, ...repeated],
    }
  }

  private judged({ line, cells, externalId, fields, problems }: ReadRow, result: ImportedRow): JudgedRow {
    const told = new Set(problems.map(({ column }) => column))
    // What could not be read is missing in the draft, which must not be told as well.
    const further = (result.errors ?? [])
      .filter(({ code }) => code !== 'externalId.repeated')
      .map((error) => this.reader.located(error))
      .filter(({ column }) => !told.has(column))
    const all = [...problems, ...further]
    const common = { line, cells, problems: all, warnings: [] }
    if (all.length) return { ...common, outcome: 'refused' }
    if (result.id !== undefined) return { ...common, outcome: 'known', id: result.id }
    return { ...common, outcome: 'new', row: { externalId, fields } }
  }

  private async warnings(rows: readonly JudgedRow[]): Promise<ReadonlyMap<number, readonly Warning[]>> {
    const good = rows.flatMap(({ line, row }) => (row ? [{ line, fields: row.fields }] : []))
    const found = await this.deps.kind.warn(good, this.actor)
    return new Map(Array.from(found, ([line, warnings]) => [line, warnings.map((one) => this.placed(one))]))
  }

  private placed(warning: Warning): Warning {
    return warning.column === undefined
      ? warning
      : { ...warning, column: this.reader.headerOf(warning.column) }
  }
}

function unreadable(line: number, problem: CellProblem): JudgedRow {
  return { line, cells: {}, outcome: 'refused', problems: [problem], warnings: [] }
}
