import { isDeepStrictEqual } from 'node:util'
import type Joi from 'joi'
import type { Actor } from '../actor.js'
import { ahead } from '../ahead.js'
import { Conflict, type FieldError, Invalid } from '../errors.js'
import { type Checker, textChecker } from '../http/checker.js'
import type { Transaction } from '../store/index.js'
import type { Recorded, RecordedFields } from './model.js'
import type { Companion, Guard, Records } from './records.js'
import type { New, Unit } from './unit.js'

/** A record as another system or a spreadsheet has it. Texts are taken for numbers where the schema wants numbers. */
export interface ImportRow {
  readonly externalId: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** What became of a row, or would become of it. */
export interface ImportedRow {
  readonly externalId: string
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'rejected'
  /** Of the record; missing for a rejected row, and for a new one that was not written. */
  readonly id?: string
  /** Names of the fields that differ from what is stored. */
  readonly changes?: readonly string[]
  /** How many parts of its texts are kept apart, with marks in their place; missing for none. */
  readonly hidden?: number
  readonly errors?: readonly FieldError[]
}

export interface ImportOptions {
  /** Write; otherwise only say what would be done. */
  readonly apply: boolean
  /** What becomes of a record that is there already and differs; default `change`. */
  readonly known?: 'change' | 'keep'
}

/** A draft that is fit to be kept, or what is wrong with it. */
export type Resolved<Draft> = { readonly draft: Draft } | { readonly errors: readonly FieldError[] }

/** Where rows become records. */
export type ImportTarget<T extends Recorded> = Pick<Records<T>, 'find' | 'createMany' | 'amendMany'>

interface Imported extends Recorded {
  readonly externalId?: string
}

/** A draft and, where it was imported before, the record it belongs to. */
export interface ImportDraft<T extends Recorded, Draft> {
  readonly draft: Draft
  readonly before?: T
}

/** What a kind of record adds to an import. */
export interface ImportRules<T extends Imported, Draft> {
  readonly schema: Joi.ObjectSchema<Draft>
  /** Fields that follow from the others: where they alone differ nothing has changed. */
  readonly following?: readonly string[]
  /** Looks up what the drafts refer to, for all of them at once; answers in their order. */
  resolve(drafts: readonly ImportDraft<T, Draft>[]): Promise<readonly Resolved<Draft>[]>
  /** Finds out what takes long about drafts that are to be made or compared, while the rows before them are written. */
  read?(drafts: readonly ImportDraft<T, Draft>[]): Promise<void>
  make(draft: Draft): New<T>
  /** Throws Conflict where what the drafts rest on has changed since `resolve`; see `Guard`. */
  guard?(tx: Transaction, drafts: readonly ImportDraft<T, Draft>[]): Promise<void>
  /** @throws Invalid for what may not be changed in this way */
  change(before: T, draft: Draft): T
  /** How many parts of its texts are not kept in the record. */
  hiddenIn?(draft: Draft): number
  /** Writes what belongs to the records and is kept elsewhere; see `Companion`. */
  companion?(unit: Unit, written: readonly { readonly draft: Draft; readonly record: T }[]): Promise<void>
}

interface Work<T extends Recorded, Draft> extends ImportDraft<T, Draft> {
  readonly at: number
}

/**
 * How many rows an import writes in one transaction. Each commit waits for the disk, and writes the cells of unmet needs
 * and the ends of the indexes anew: with more rows at a time that is done less often.
 */
export const importSize = 2_000

const stamps: ReadonlySet<string> = new Set<RecordedFields>([
  'id',
  'revision',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
])

/** So many batches are made ready while one is written. */
const ready = 1

/**
 * Takes rows from elsewhere, `importSize` at a time, each batch in one transaction. A row is known again by its external id;
 * one that differs in nothing is left alone, so that a second run changes nothing. A bad row never stops the rest.
 * The next one is made ready meanwhile: no external id comes twice, so it asks for nothing that is being written.
 * @returns one result per row, in order
 */
export async function importRecords<T extends Imported, Draft>(
  records: ImportTarget<T>,
  rules: ImportRules<T, Draft>,
  rows: readonly ImportRow[],
  actor: Actor,
  options: ImportOptions,
): Promise<ImportedRow[]> {
  const run = new Import(records, rules, actor, options)
  for await (const batch of ahead(batchesOf(rows), ready, (batch) => run.prepared(batch))) {
    await run.settleBatch(batch)
  }
  return run.results
}

function* batchesOf(rows: readonly ImportRow[]): Generator<readonly ImportRow[]> {
  for (let from = 0; from < rows.length; from += importSize) yield rows.slice(from, from + importSize)
}

/** Rows that are good so far. */
interface Batch<T extends Recorded, Draft> {
  readonly created: readonly Work<T, Draft>[]
  readonly changed: readonly Work<T, Draft>[]
}

class Import<T extends Imported, Draft> {
  readonly results: ImportedRow[] = []
  private readonly check: Checker
  private readonly seen = new Set<string>()

  constructor(
    private readonly records: ImportTarget<T>,
    private readonly rules: ImportRules<T, Draft>,
    private readonly actor: Actor,
    private readonly options: ImportOptions,
  ) {
    this.check = textChecker(rules.schema)
  }

  async prepared(rows: readonly ImportRow[]): Promise<Batch<T, Draft>> {
    const base = this.results.length
    for (const { externalId } of rows) this.results.push({ externalId, outcome: 'unchanged' })
    const work = await this.resolved(await this.known(this.checked(rows, base)))
    const { apply, known = 'change' } = this.options
    const isRead = ({ before }: Work<T, Draft>): boolean => (before ? known === 'change' : apply)
    await this.rules.read?.(work.filter(isRead))
    return {
      created: work.filter(({ before }) => !before),
      changed: work.filter((item) => item.before && this.differs(item, item.before)),
    }
  }

  /** Writes the batch, or says what would be written. */
  async settleBatch({ created, changed }: Batch<T, Draft>): Promise<void> {
    if (this.options.apply) {
      await this.write(created, (items) => this.create(items))
      await this.write(changed, (items) => this.amend(items))
    } else for (const { at } of created) this.settle(at, { outcome: 'created' })
    for (const { at, draft } of [...created, ...changed]) this.countHidden(at, draft)
  }

  private checked(rows: readonly ImportRow[], base: number): Work<T, Draft>[] {
    const work: Work<T, Draft>[] = []
    for (const [index, { externalId, fields }] of rows.entries()) {
      const at = base + index
      const checked = this.check({ ...fields, externalId })
      if ('errors' in checked) this.reject(at, checked.errors)
      else if (this.seen.has(externalId))
        this.reject(at, [{ field: 'externalId', code: 'externalId.repeated' }])
      else work.push({ at, draft: checked.value as Draft })
      this.seen.add(externalId)
    }
    return work
  }

  /** Each row with the record it belongs to. */
  private async known(work: readonly Work<T, Draft>[]): Promise<readonly Work<T, Draft>[]> {
    if (!work.length) return work
    const externalIds = work.map(({ at }) => this.externalIdAt(at))
    const found = await this.records.find({ externalId: { $in: externalIds } }, { limit: importSize })
    if (!found.length) return work
    const byExternalId = new Map(found.map((record) => [record.externalId, record]))
    return work.map((item) => {
      const before = byExternalId.get(this.externalIdAt(item.at))
      return before ? { ...item, before } : item
    })
  }

  /** The rows whose references are good. */
  private async resolved(work: readonly Work<T, Draft>[]): Promise<Work<T, Draft>[]> {
    const answers = await this.rules.resolve(work)
    return work.flatMap((item, index) => {
      const answer = answers[index] as Resolved<Draft>
      if ('draft' in answer) return [{ ...item, draft: answer.draft }]
      this.reject(item.at, answer.errors)
      return []
    })
  }

  private differs({ at, draft }: Work<T, Draft>, before: T): boolean {
    if (this.options.known === 'keep') {
      this.settle(at, { outcome: 'unchanged', id: before.id })
      return false
    }
    try {
      const changes = this.differences(before, this.rules.change(before, draft))
      this.settle(at, { outcome: changes.length ? 'changed' : 'unchanged', id: before.id, changes })
      return changes.length > 0
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      this.reject(at, error.errors)
      return false
    }
  }

  /** Names of the top-level fields that differ, stamps and what follows from others aside. */
  private differences(before: T, after: T): string[] {
    const isOwn = (name: string): boolean => !stamps.has(name) && !this.rules.following?.includes(name)
    const names = new Set([...Object.keys(before), ...Object.keys(after)].filter(isOwn))
    const field = (record: T, name: string): unknown => record[name as keyof T]
    return [...names].filter((name) => !isDeepStrictEqual(field(before, name), field(after, name)))
  }

  /**
   * All in one transaction; when one of them meets a taken key, or has become wrong since it was looked at, half by half,
   * so that only that one is lost.
   */
  private async write(
    items: readonly Work<T, Draft>[],
    put: (items: readonly Work<T, Draft>[]) => Promise<void>,
  ): Promise<void> {
    if (!items.length) return
    try {
      await put(items)
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Invalid)) throw error
      const [only] = items as [Work<T, Draft>]
      if (items.length === 1) this.reject(only.at, errorsOf(error))
      else {
        const half = Math.ceil(items.length / 2)
        await this.write(items.slice(0, half), put)
        await this.write(items.slice(half), put)
      }
    }
  }

  private async create(items: readonly Work<T, Draft>[]): Promise<void> {
    const fields = items.map(({ draft }) => ({ fields: this.rules.make(draft) }))
    const created = await this.records.createMany(fields, this.actor, 'import', ...this.besides(items))
    for (const [index, { id }] of created.entries()) {
      this.settle((items[index] as Work<T, Draft>).at, { outcome: 'created', id })
    }
  }

  private async amend(items: readonly Work<T, Draft>[]): Promise<void> {
    const amendments = items.flatMap(({ draft, before }) =>
      before
        ? [{ id: before.id, revision: before.revision, change: (now: T) => this.rules.change(now, draft) }]
        : [],
    )
    await this.records.amendMany(amendments, this.actor, 'import', undefined, ...this.besides(items))
  }

  private besides(items: readonly Work<T, Draft>[]): [Guard, Companion<T>] {
    const { rules } = this
    const paired = (written: readonly T[]) =>
      items.map(({ draft }, index) => ({ draft, record: written[index] as T }))
    return [
      async (tx) => rules.guard?.(tx, items),
      async (unit, written) => rules.companion?.(unit, paired(written)),
    ]
  }

  private externalIdAt(at: number): string {
    return this.results[at]?.externalId ?? ''
  }

  private settle(at: number, { outcome, id, changes }: Omit<ImportedRow, 'externalId'>): void {
    this.results[at] = {
      externalId: this.externalIdAt(at),
      outcome,
      ...(id === undefined ? {} : { id }),
      ...(changes?.length ? { changes } : {}),
    }
  }

  private countHidden(at: number, draft: Draft): void {
    const hidden = this.rules.hiddenIn?.(draft) ?? 0
    const result = this.results[at]
    if (hidden && result && result.outcome !== 'rejected') this.results[at] = { ...result, hidden }
  }

  private reject(at: number, errors: readonly FieldError[]): void {
    this.results[at] = { externalId: this.externalIdAt(at), outcome: 'rejected', errors }
  }
}

const errorsOf = (error: Conflict | Invalid): readonly FieldError[] =>
  error instanceof Invalid ? error.errors : [{ field: error.field ?? 'externalId', code: error.code }]
