import { needKind } from '../../../src/needs/index.js'
import { offeringKind } from '../../../src/offerings/index.js'
import { organizationKind } from '../../../src/organizations/index.js'
import { type MemoryProjection, Relay } from '../../../src/platform/relay/index.js'
import type { PutEntries, SearchEntry, SearchIndex } from '../../../src/platform/search/index.js'
import type { Engine } from '../../each-store.js'
import { aNeed } from '../../feature-drafts.js'
import { actor, type FeatureServices, featureServices } from '../../feature-services.js'
import { onCleanup } from '../../setup.js'
import { Pauses } from './pauses.js'

export const leaseMs = 10_000
const kinds = [organizationKind, offeringKind, needKind]

/** The real index, with a place where a test can let it fail or wait before entries are put. */
class WatchedSearch {
  /** Ids of all that was put. */
  readonly put: string[] = []
  readonly index: SearchIndex
  beforePut: (entries: readonly SearchEntry[]) => Promise<void> | void = () => {}

  constructor(real: SearchIndex) {
    const watching =
      (put: PutEntries): PutEntries =>
      async (entries) => {
        await this.beforePut(entries)
        await put(entries)
        this.put.push(...entries.map(({ id }) => id))
      }
    const methods: Pick<SearchIndex, 'put' | 'fill'> = {
      put: (collection, entries) => watching((some) => real.put(collection, some))(entries),
      fill: (collection, write) => real.fill(collection, (put) => write(watching(put))),
    }
    this.index = new Proxy(real, {
      get(target, name) {
        if (name === 'put' || name === 'fill') return methods[name]
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
}

/** A view in memory: which record it holds at which revision. */
class MemoryView implements MemoryProjection {
  readonly name = 'matching'
  readonly byKind = new Map<string, Map<string, number>>()
  loads = 0

  async apply(
    kind: string,
    records: readonly { id: string; revision: number }[],
    removed: readonly string[],
  ) {
    const held = this.of(kind)
    for (const { id, revision } of records) held.set(id, revision)
    for (const id of removed) held.delete(id)
  }

  async load(kind: string, records: readonly { id: string; revision: number }[]) {
    this.loads++
    await this.apply(kind, records, [])
  }

  held(kind: string) {
    return this.of(kind).keys()
  }

  of(kind: string): Map<string, number> {
    const held = this.byKind.get(kind) ?? new Map<string, number>()
    this.byKind.set(kind, held)
    return held
  }
}

/** What one process has of its own: a relay with its view, its connection to the index, its waits. */
export function aProcess({
  store,
  search,
  clock,
  leases,
}: Pick<FeatureServices, 'store' | 'search' | 'clock' | 'leases'>) {
  const watched = new WatchedSearch(search)
  const view = new MemoryView()
  const pauses = new Pauses()
  const told = { retries: [] as string[], gaveUp: [] as string[] }
  const relay = new Relay({
    store,
    search: watched.index,
    clock,
    leases,
    kinds,
    memory: [view],
    observer: {
      retrying: (part) => told.retries.push(part),
      gaveUp: (name, { id }) => told.gaveUp.push(`${name} ${id}`),
    },
    leaseMs,
    after: pauses.after,
  })
  onCleanup(() => relay.stop())
  return { relay, search: watched, view, pauses, told }
}

/** Services, a store and an index that several processes share. */
export async function relayWorld(engine: Engine) {
  const services = await featureServices(engine)
  const { needs, search } = services
  return {
    ...services,
    /** A new need; `text` makes it another one. */
    need: (text = '') => needs.create(aNeed({ text: `${aNeed().text}${text}` }), actor),
    amend: (id: string, revision: number) =>
      needs.records.amend(id, revision, actor, (before) => ({ ...before, text: `${before.text}急` })),
    /** Id and revision of all needs in the index. */
    async indexed(): Promise<Record<string, number>> {
      const all: Record<string, number> = {}
      for await (const batch of search.contents(needKind.search))
        for (const { id, revision } of batch) all[id] = revision
      return all
    },
  }
}
