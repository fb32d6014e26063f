import { createHash } from 'node:crypto'
import { Conflict } from '../platform/errors.js'
import { Lanes } from '../platform/lanes.js'
import {
  type DocumentStore,
  defineCollection,
  type Stored,
  type Transaction,
} from '../platform/store/index.js'

/**
 * What a writer and whoever closes a month both lock, so that no record slips into a month while its totals are frozen.
 * Each month has the same few gates from its first record on; an organisation always goes through the same one, so that
 * others hardly meet it, and a region is closed by holding them all.
 */
interface MonthGate extends Stored {
  readonly month: string
}

export const monthGates = defineCollection<MonthGate>({ name: 'month_gates', shape: { month: 'string' } })

const gatesPerMonth = 16

/** Locks the gates, first of all in a transaction. */
type Hold = (tx: Transaction) => Promise<void>

export class MonthGates {
  /** Months whose gates are there, or are being made. */
  readonly #made = new Map<string, Promise<void>>()
  readonly #lanes = new Lanes()

  constructor(private readonly store: DocumentStore) {}

  /**
   * Until the transaction ends nobody else writes these organisations' records of these months, nor closes them.
   * @param transact runs the transaction, in which `hold` is called first
   */
  through<R>(
    places: readonly { readonly organizationId: string; readonly month: string }[],
    transact: (hold: Hold) => Promise<R>,
  ): Promise<R> {
    const ids = places.map(({ organizationId, month }) => gateOf(organizationId, month))
    return this.#holding(places, ids, transact)
  }

  /** Until the transaction ends nobody writes any record of the month. */
  throughAll<R>(month: string, transact: (hold: Hold) => Promise<R>): Promise<R> {
    return this.#holding([{ month }], gatesOf(month), transact)
  }

  async #holding<R>(
    places: readonly { readonly month: string }[],
    gates: readonly string[],
    transact: (hold: Hold) => Promise<R>,
  ): Promise<R> {
    await this.#make(places.map(({ month }) => month))
    const ids = [...new Set(gates)].sort()
    return this.#lanes.run(ids, () =>
      transact(async (tx) => {
        await tx.lock(monthGates, ids)
      }),
    )
  }

  async #make(months: readonly string[]): Promise<void> {
    const fresh = [...new Set(months)].filter((month) => !this.#made.has(month))
    const making = this.#makeAll(fresh)
    for (const month of fresh) this.#made.set(month, making)
    making.catch(() => {
      for (const month of fresh) this.#made.delete(month)
    })
    await Promise.all(months.map((month) => this.#made.get(month)))
  }

  async #makeAll(months: readonly string[]): Promise<void> {
    const there = await this.store.getMany(
      monthGates,
      months.flatMap((month) => gatesOf(month).slice(0, 1)),
    )
    const known = new Set(there.map(({ month }) => month))
    const missing = months.filter((month) => !known.has(month))
    try {
      await this.store.insertMany(monthGates, missing.flatMap(gatesAnew))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      // Another process made some of them meanwhile; a month has all of its gates, or none.
      if (months.length > 1) for (const month of missing) await this.#makeAll([month])
    }
  }
}

function gatesAnew(month: string): MonthGate[] {
  return gatesOf(month).map((id) => ({ id, revision: 1, month }))
}

function gatesOf(month: string): string[] {
  return Array.from({ length: gatesPerMonth }, (_, gate) => `${month}/${gate.toString(16)}`)
}

function gateOf(organizationId: string, month: string): string {
  const [first = 0] = createHash('sha256').update(organizationId).digest()
  return `${month}/${(first % gatesPerMonth).toString(16)}`
}
