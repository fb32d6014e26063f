import { type Actor, systemActor } from '../platform/actor.js'
import {
  type ImportedRow,
  type ImportOptions,
  type ImportRow,
  importSize,
  type Recorded,
} from '../platform/records/index.js'
import { readTable, type TableRow } from '../platform/tables/index.js'
import { type References, type Sheet, SheetReader } from '../spreadsheets/index.js'
import { placeAndCause, type Terminal } from './terminal.js'

export interface Imported extends Recorded {
  readonly externalId?: string
}

/** What the service of a kind of record lets an import do. */
export interface ImportTarget<T extends Imported> {
  importMany(rows: readonly ImportRow[], actor: Actor, options: ImportOptions): Promise<ImportedRow[]>
  /** The records with these external ids, at most 10,000. */
  known(externalIds: readonly string[]): Promise<T[]>
  /** Those of these ids that records have here, at most 10,000. */
  ownIds(ids: readonly string[]): Promise<string[]>
}

/** Rows by outcome, and parts of texts that were hidden. */
export type ImportCounts = Record<ImportedRow['outcome'] | 'hidden', number>

interface Waiting extends ImportRow {
  readonly line: number
}

const actor = systemActor('cli')

/** So many rows of a file are imported at a time: some batches, for each is made ready while the one before is written. */
const rowsAtOnce = 5 * importSize

export interface FileImportOptions<T extends Imported, F extends string> {
  readonly path: string
  readonly sheet: Sheet<T, F>
  readonly target: ImportTarget<T>
  readonly references: References
  readonly terminal: Terminal
  /** Write; otherwise only say what would change. */
  readonly apply: boolean
}

/**
 * Imports a file, or with `apply` false says what an import would do: what would be new, what would change from what to
 * what, and every row that is refused with its line, column and cause. Holds `rowsAtOnce` rows, and the ids.
 */
export class FileImport<T extends Imported, F extends string> {
  readonly counts: ImportCounts = { created: 0, changed: 0, unchanged: 0, rejected: 0, hidden: 0 }
  private readonly reader: SheetReader<F>
  private readonly lineOf = new Map<string, number>()

  readonly path: string
  readonly target: ImportTarget<T>
  private readonly sheet: Sheet<T, F>
  private readonly terminal: Terminal
  private readonly apply: boolean

  constructor(options: FileImportOptions<T, F>) {
    this.path = options.path
    this.target = options.target
    this.sheet = options.sheet
    this.terminal = options.terminal
    this.apply = options.apply
    this.reader = new SheetReader(options.sheet, options.references)
  }

  async run(): Promise<ImportCounts> {
    let batch: Waiting[] = []
    for await (const row of readTable(this.path)) {
      const waiting = this.waiting(row)
      if (waiting) batch.push(waiting)
      if (batch.length < rowsAtOnce) continue
      await this.take(batch)
      batch = []
    }
    await this.take(batch)
    this.terminal.progress.end()
    const { unrecognised } = this.reader
    if (unrecognised.length) {
      const list = unrecognised.join(', ')
      this.terminal.say(`未识别的列已忽略：${list}`, `columns not recognised and ignored: ${list}`)
    }
    return this.counts
  }

  private waiting(row: TableRow): Waiting | undefined {
    const { line } = row
    if ('problem' in row) {
      this.reject(line, row.problem)
      return undefined
    }
    const { externalId, fields, problems } = this.reader.read(row)
    const column = this.reader.headerOf('id')
    if (!externalId) {
      this.reject(line, { column, code: 'row.noId' })
      return undefined
    }
    const before = this.lineOf.get(externalId)
    if (before !== undefined) {
      this.reject(line, { column, code: 'row.sameId', params: { id: externalId, line: before } })
      return undefined
    }
    this.lineOf.set(externalId, line)
    if (problems.length === 0) return { line, externalId, fields }
    this.reject(line, ...problems)
    return undefined
  }

  private async take(all: readonly Waiting[]): Promise<void> {
    if (!all.length) return
    const ids = all.map(({ externalId }) => externalId)
    const stored = new Map((await this.target.known(ids)).map((record) => [record.externalId ?? '', record]))
    const own = new Set(await this.target.ownIds(ids.filter((id) => !stored.has(id))))
    const batch: Waiting[] = []
    for (const row of all) {
      const before = stored.get(row.externalId)
      if (own.has(row.externalId)) {
        this.reject(row.line, {
          column: this.reader.headerOf('id'),
          code: 'row.ownId',
          params: { id: row.externalId },
        })
      } else batch.push(before ? { ...row, fields: this.sheet.settled({ ...row.fields }, before) } : row)
    }
    const rows = batch.map(({ externalId, fields }) => ({ externalId, fields }))
    const results = await this.target.importMany(rows, actor, { apply: this.apply })
    for (const [index, result] of results.entries()) {
      this.tell(batch[index] as Waiting, result, stored.get(result.externalId))
    }
    const { created, changed, unchanged, rejected } = this.counts
    this.terminal.progress.at(created + changed + unchanged + rejected)
  }

  private tell({ line, fields }: Waiting, result: ImportedRow, before: T | undefined): void {
    if (result.outcome === 'rejected') {
      this.reject(line, ...(result.errors ?? []).map((error) => this.reader.located(error)))
      return
    }
    this.counts[result.outcome]++
    this.counts.hidden += result.hidden ?? 0
    if (result.outcome === 'changed') this.tellChange(line, result, before, fields)
    if (result.outcome === 'created') this.terminal.detail(`${this.path}:${line} + ${result.externalId}`)
  }

  private reject(line: number, ...problems: Parameters<typeof placeAndCause>[2][]): void {
    this.counts.rejected++
    for (const problem of problems) this.terminal.detail(placeAndCause(this.path, line, problem))
  }

  private tellChange(
    line: number,
    { externalId, changes = [] }: ImportedRow,
    before: T | undefined,
    fields: Readonly<Record<string, unknown>>,
  ): void {
    const old = new Map(Object.entries(before ?? {}))
    const told = changes.map((name) => `${name}: ${shown(old.get(name))} → ${shown(fields[name])}`)
    this.terminal.detail(`${this.path}:${line} ~ ${externalId} ${told.join('; ')}`)
  }
}

/** Short enough for one line; what is longer is cut. */
function shown(value: unknown): string {
  const text = value === undefined ? '-' : JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
