import { type Offering, offeringsCollection } from '../offerings/index.js'
import type { Clock } from '../platform/clock.js'
import { dayOf } from '../platform/records/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { placesTaken } from '../referrals/index.js'
import { branchOf } from './cells.js'
import { inBatches } from './in-batches.js'
import type { Reference } from './query.js'

/** A published offering as far as a gap is concerned. */
interface Supplier {
  /** Stated ones, by their current ids. */
  readonly categories: readonly string[]
  /** All that its area covers or lies in; undefined where it works by telephone or online: everywhere. */
  readonly reached: ReadonlySet<string> | undefined
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

const anyBranch = '*'

/** The published offerings and what they have left, read once in a while: some thousand in a district. */
export class Supply {
  #read: { readonly at: number; readonly byBranch: Promise<ReadonlyMap<string, Supplier[]>> } | undefined

  constructor(private readonly deps: SupplyDeps) {}

  /** What is free for a region and a branch, or a category: of it, above or below it; of any where none is named. */
  async free(region: string, category: string | undefined): Promise<Capacity> {
    const byBranch = await this.#suppliers()
    const candidates = byBranch.get(category === undefined ? anyBranch : branchOf(category)) ?? []
    let [offerings, free, unstated] = [0, 0, 0]
    for (const { categories, reached, left } of candidates) {
      if (reached && !reached.has(region)) continue
      if (category !== undefined && !categories.some((each) => isInLine(each, category))) continue
      offerings++
      if (left === undefined) unstated++
      else free += left
    }
    return { offerings, free, unstated }
  }

  #suppliers(): Promise<ReadonlyMap<string, Supplier[]>> {
    const now = this.deps.clock.now().getTime()
    if (!this.#read || now - this.#read.at > freshMs) {
      const byBranch = this.#all()
      this.#read = { at: now, byBranch }
      byBranch.catch(() => {
        this.#read = undefined
      })
    }
    return this.#read.byBranch
  }

  async #all(): Promise<Map<string, Supplier[]>> {
    const { store, clock } = this.deps
    const month = dayOf(clock.now().toISOString()).slice(0, 7)
    const byBranch = new Map<string, Supplier[]>([[anyBranch, []]])
    for await (const batch of inBatches(store, offeringsCollection, { state: 'published' }, 'createdAt')) {
      const limited = batch.filter(({ capacity }) => capacity).map(({ id }) => id)
      const taken = await placesTaken(store, limited, month)
      for (const offering of batch) {
        const supplier = this.#supplier(offering, taken.get(offering.id) ?? 0)
        for (const branch of new Set([anyBranch, ...supplier.categories.map(branchOf)])) {
          const known = byBranch.get(branch)
          if (known) known.push(supplier)
          else byBranch.set(branch, [supplier])
        }
      }
    }
    return byBranch
  }

  #supplier({ categories, coverage, modes, capacity }: Offering, taken: number): Supplier {
    const { taxonomy, regions } = this.deps
    const isRemote = modes.includes('phone') || modes.includes('online')
    return {
      categories: categories.flatMap((each) => taxonomy.services.resolve(each) ?? []),
      reached: isRemote
        ? undefined
        : new Set(coverage.flatMap((code) => [...regions.subtree(code), ...regions.chain(code)])),
      left: capacity && Math.max(0, capacity.perMonth - taken),
    }
  }
}

function isInLine(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)
}
