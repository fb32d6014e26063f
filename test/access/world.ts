import { type AccessDeps, createAccess } from '../../src/access/access.js'
import { accessCollections } from '../../src/access/collections.js'
import { loadCommonPasswords } from '../../src/access/index.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { createKeyRing, newKey, readKeys } from '../../src/privacy/index.js'
import type { Engine } from '../each-store.js'
import { regions, street } from '../feature-services.js'
import { relayed } from '../relayed.js'
import { cheapCost, scopes } from '../signed-in.js'

export const hour = 3_600_000

export const creditCode = '52440307MJL0000004'
/** The only organisation there is; its home is the street of the tests. */
export const organization = { id: scopes['org-manager'].organization ?? '', homeRegion: street }

const commonPasswords = loadCommonPasswords('seeds')

/** People and their access on a store of their own, at a time that stands still until the test moves it. */
export async function accessWorld(
  engine: Engine,
  over: Partial<Pick<AccessDeps, 'publicUrl' | 'openid'>> = {},
) {
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
    organizations: {
      exists: async (id) => id === organization.id,
      byNumber: async (number) => (number === creditCode ? organization : undefined),
    },
    keys: createKeyRing(readKeys(newKey('k1'))),
    commonPasswords,
    hashCost: cheapCost,
    openid: over.openid,
    publicUrl: over.publicUrl,
    sessionLife: { idle: 2 * hour, whole: 12 * hour },
  })
  const advance = (ms: number) => {
    now += ms
  }
  return { store, clock, ids, access, advance }
}

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>
