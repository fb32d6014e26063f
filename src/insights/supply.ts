import { type Offering, offeringsCollection } from '../offerings/index.js'
import type { Clock } from '../platform/clock.js'
import { dayOf } from '../platform/records/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { placesTaken } from '../referrals/index.js'
import { branchOf, type CellLevel } from './cells.js'
import { inBatches } from './in-batches.js'
import type { Reference } from './query.js'

/** A published offering as far as a gap is concerned. */
export interface Supplier {
  readonly id: string
  readonly organizationId: string
  /** Current ids. */
  readonly categories: readonly string[]
  readonly coverage: readonly string[]
  /** By telephone or online: everywhere. */
  readonly isRemote: boolean
  /** Places left of this month, in whatever it counts; undefined where it states no capacity. */
  readonly left: number | undefined
}

/** What is free for a place. */
export interface Capacity {
  readonly offerings: number
  /** Places left of this month, of offerings that state their capacity. */
  readonly free: number
  /** Offerings that state none. */
  readonly unstated: number
}

export interface SupplyDeps extends Reference {
  readonly store: Pick<DocumentStore, 'find' | 'getMany'>
  readonly clock: Clock
}

/** For so long what is free is not looked up again; milliseconds. */
const freshMs = 30_000

/** The published offerings and what they have left, read once in a while: some thousand in a district. */
export class Supply {
  #read: { readonly at: number; readonly suppliers: Promise<readonly Supplier[]> } | undefined

  constructor(private readonly deps: SupplyDeps) {}

  suppliers(): Promise<readonly Supplier[]> {
    const now = this.deps.clock.now().getTime()
    if (!this.#read || now - this.#read.at > freshMs) {
      const suppliers = this.#all()
      this.#read = { at: now, suppliers }
      suppliers.catch(() => {
        this.#read = undefined
      })
    }
    return this.#read.suppliers
  }

  /** What is free for a region and a category of that level; undefined categories are any. */
  async free(region: string, category: string | undefined, level: CellLevel): Promise<Capacity> {
    const within = (await this.suppliers()).filter(
      (each) => this.reaches(each, region) && (category === undefined || serves(each, category, level)),
    )
    return {
      offerings: within.length,
      free: within.reduce((sum, { left = 0 }) => sum + left, 0),
      unstated: within.filter(({ left }) => left === undefined).length,
    }
  }

  reaches({ coverage, isRemote }: Supplier, region: string): boolean {
    const { regions } = this.deps
    return isRemote || coverage.some((code) => regions.covers(code, region) || regions.covers(region, code))
  }

  async #all(): Promise<Supplier[]> {
    const { store, clock } = this.deps
    const month = dayOf(clock.now().toISOString()).slice(0, 7)
    const all: Supplier[] = []
    for await (const batch of inBatches(store, offeringsCollection, { state: 'published' }, 'createdAt')) {
      const limited = batch.filter(({ capacity }) => capacity).map(({ id }) => id)
      const taken = await placesTaken(store, limited, month)
      all.push(...batch.map((offering) => this.#supplier(offering, taken.get(offering.id) ?? 0)))
    }
    return all
  }

  #supplier(offering: Offering, taken: number): Supplier {
    const { services } = this.deps.taxonomy
    const { id, organizationId, categories, coverage, modes, capacity } = offering
    return {
      ...{ id, organizationId, coverage },
      categories: categories.flatMap((each) => services.resolve(each) ?? []),
      isRemote: modes.includes('phone') || modes.includes('online'),
      left: capacity && Math.max(0, capacity.perMonth - taken),
    }
  }
}

/** Whether an offering is of this branch, or of this category or one above or below it. */
export function serves(
  { categories }: Pick<Supplier, 'categories'>,
  category: string,
  level: CellLevel,
): boolean {
  if (level === 'branch') return categories.some((each) => branchOf(each) === category)
  return categories.some(
    (each) => each === category || each.startsWith(`${category}.`) || category.startsWith(`${each}.`),
  )
}
