import { accessCollections } from '../../src/access/collections.js'
import { createAccess } from '../../src/access/index.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import type { Engine } from '../each-store.js'
import { regions } from '../feature-services.js'
import { relayed } from '../relayed.js'

export const hour = 3_600_000

/** People and their access on a store of their own, at a time that stands still until the test moves it. */
export async function accessWorld(engine: Engine, over: { publicUrl?: string } = {}) {
  const store = await engine.open([...accessCollections, ...relayed])
  let now = Date.parse('2026-03-10T02:00:00.000Z')
  const clock = { now: () => new Date(now) }
  const ids = timeOrderedIds(clock)
  const access = createAccess({
    store,
    clock,
    ids,
    onCommitted: () => {},
    regions,
    publicUrl: over.publicUrl,
    sessionLife: { idle: 2 * hour, whole: 12 * hour },
  })
  const advance = (ms: number) => {
    now += ms
  }
  return { store, clock, ids, access, advance }
}

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>
