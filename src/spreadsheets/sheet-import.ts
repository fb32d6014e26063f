import type { Actor } from '../platform/actor.js'
import { Invalid } from '../platform/errors.js'
import type { ImportedRow } from '../platform/records/index.js'
import { type CellProblem, readSentTable } from '../platform/tables/index.js'
import type { ImportProgress, ImportResult, JudgedRow, JudgedSheet } from './import-model.js'
import { Judge, type JudgeDeps } from './judge.js'

/** What somebody sent. */
export interface SentSheet {
  readonly name: string
  readonly bytes: Buffer
}

export const sheetLimits = { bytes: 4 * 1024 * 1024, rows: 5_000, unpacked: 32 * 1024 * 1024 } as const

/** What becomes of good rows where others are refused: they are imported all the same, or nothing is. */
export const withRefused = ['stop', 'skip'] as const
export type WithRefused = (typeof withRefused)[number]

export interface SheetImportDeps<F extends string> extends Omit<JudgeDeps<F>, 'idOf'> {
  /** A keyed hash, see `KeyRing`. */
  readonly fingerprint: (kind: string, value: string) => string
}

/** So many are written in one transaction; others write in between. */
const batchSize = 100
/** A refusal of the whole names so many of its reasons. */
const mostNamed = 50

/**
 * Imports of sheets that people send. A row is known again by what it says and by whose it is, so that a sheet that is sent
 * twice, or again with its bad rows corrected, makes nothing twice; nothing that is there is changed.
 */
export class SheetImport<F extends string> {
  constructor(private readonly deps: SheetImportDeps<F>) {}

  /** What an import would do. @throws Invalid, its field `file`, for what cannot be read as a whole */
  async preview(sheet: SentSheet, actor: Actor): Promise<JudgedSheet> {
    const { kind, references, fingerprint } = this.deps
    const table = await readSentTable(sheet, sheetLimits)
    // Of one community or organisation; two of them may have the same row and mean two things.
    const owner = actor.organization ?? actor.region ?? actor.role
    const idOf = (row: string) => fingerprint('sheet row', JSON.stringify([kind.name, owner, row]))
    const judge = await Judge.of({ kind, references, idOf }, actor)
    return judge.judge(table)
  }

  /**
   * Looks at all rows, then writes those that are new, some at a time, and tells how far it has come. What was written stays
   * when it breaks off; sent again, the rest is written.
   * @throws Invalid as `preview` does, and before anything is written where rows are refused and that stops it
   */
  async begin(
    sheet: SentSheet,
    actor: Actor,
    refused: WithRefused,
  ): Promise<AsyncGenerator<ImportProgress, ImportResult>> {
    const { rows } = await this.preview(sheet, actor)
    const bad = rows.filter(({ outcome }) => outcome === 'refused')
    if (refused === 'stop' && bad.length) throw new Invalid(bad.flatMap(reasonsOf).slice(0, mostNamed))
    return this.write(rows, actor)
  }

  private async *write(
    rows: readonly JudgedRow[],
    actor: Actor,
  ): AsyncGenerator<ImportProgress, ImportResult> {
    const made: { line: number; id: string }[] = []
    const refused = rows.filter(({ outcome }) => outcome === 'refused')
    let known = rows.filter(({ outcome }) => outcome === 'known').length
    const waiting = rows.flatMap((judged) => (judged.row ? [{ ...judged, row: judged.row }] : []))
    for (let from = 0; from < waiting.length; from += batchSize) {
      yield { done: from, total: waiting.length }
      const batch = waiting.slice(from, from + batchSize)
      const toWrite = batch.map(({ row }) => row)
      const results = await this.deps.kind.importMany(toWrite, actor, { apply: true, known: 'keep' })
      for (const [index, judged] of batch.entries()) {
        const { outcome, id, errors = [] } = results[index] as ImportedRow
        if (outcome === 'created' && id !== undefined) made.push({ line: judged.line, id })
        else if (outcome === 'unchanged') known++
        else refused.push({ ...judged, outcome: 'refused', problems: errors.map(withoutField) })
      }
    }
    yield { done: waiting.length, total: waiting.length }
    return { made, known, refused }
  }
}

function reasonsOf({ line, problems }: JudgedRow) {
  return problems.map(({ column, code, params = {} }) => ({
    field: column === undefined ? `row ${line}` : `row ${line}: ${column}`,
    code,
    params,
  }))
}

/** What others did while it was written is no fault of a cell. */
function withoutField({ code, params = {} }: CellProblem): CellProblem {
  return { code, params }
}
