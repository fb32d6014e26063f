import type { Registry } from 'prom-client'
import { beginSealing, Sealing } from './audit/index.js'
import type { Matching } from './matching/index.js'
import type { Logger } from './platform/log.js'
import { countingObserver, Relay, SearchFilling, showRelay } from './platform/relay/index.js'
import type { Workspace } from './workspace.js'

/** Keeps search, matching and the audit trail's seals in step with the records. */
export interface Views {
  /** Whether the search index has been filled. */
  isSearchable(): boolean
  /** Begins to follow what is committed, once the matcher has caught up. */
  start(matching: Matching, registry: Registry): Promise<void>
  /** Says that something was committed; returns at once. */
  kick(): void
  /** Resolves when everything that was committed is searchable and matched. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Opens the views: fills the search index where it must be, and begins the seals where nobody has. */
export async function openViews(workspace: Workspace, log: Logger): Promise<Views> {
  const { store, search, clock, ids, leases, kinds } = workspace
  let relay: Relay | undefined
  const filling = new SearchFilling({
    ...{ store, search, clock, kinds, leases },
    onError: (error) => log.error({ err: error, part: 'search-filling' }),
    onRefused: ({ kind, id, error }) => log.error({ err: error, view: 'search', kind, id }),
  })
  await filling.start()
  await beginSealing(store, clock, ids)
  return {
    isSearchable: () => filling.done,
    async start(matching, registry) {
      const started = new Relay({
        ...{ store, search, clock, leases, kinds },
        memory: [matching.projection],
        shared: [new Sealing({ store, clock, leases })],
        observer: countingObserver(registry, {
          retrying: (part, error) => log.error({ err: error, part }),
          gaveUp: (view, { kind, id, error }) => log.error({ err: error, view, kind, id }),
        }),
      })
      relay = started
      showRelay(registry, () => started.status())
      await started.start()
      matching.settle()
    },
    kick: () => relay?.kick(),
    async settled() {
      await filling.settled()
      await relay?.settled()
    },
    async stop() {
      await filling.stop()
      await relay?.stop()
    },
  }
}
