import { type AccessDeps, createAccess } from '../../src/access/access.js'
import { accountsCollection } from '../../src/access/accounts/collection.js'
import { accessCollections } from '../../src/access/collections.js'
import { loadCommonPasswords } from '../../src/access/index.js'
import { invitationsCollection } from '../../src/access/invitations/collection.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { createKeyRing, newKey, readKeys } from '../../src/privacy/index.js'
import type { Engine } from '../each-store.js'
import { elsewhere, regions, street } from '../feature-services.js'
import { relayed } from '../relayed.js'
import { cheapCost, scopes } from '../signed-in.js'

export const hour = 3_600_000

export const creditCode = '52440307MJL0000004'
/** The only organisation there is; its home is the street of the tests. */
export const organization = {
  id: scopes['org-manager'].organization ?? '',
  name: '龙岗区向阳社工服务中心',
  homeRegion: street,
}

/** What tests look into, and a street that the organisation is not in. */
const lookingInto = {
  accounts: accountsCollection,
  invitations: invitationsCollection,
  otherStreet: regions.chain(elsewhere)[1] as string,
}

const commonPasswords = loadCommonPasswords('seeds')

/** People and their access on a store of their own, at a time that stands still until the test moves it. */
export async function accessWorld(
  engine: Engine,
  over: Partial<Pick<AccessDeps, 'publicUrl' | 'openid' | 'secondFactorRoles'>> = {},
) {
  const store = await engine.open([...accessCollections, ...relayed])
  let now = Date.parse('2026-03-10T02:00:00.000Z')
  const clock = { now: () => new Date(now) }
  const ids = timeOrderedIds(clock)
  /** Of one process more on the same store. */
  const another = () =>
    createAccess({
      store,
      clock,
      ids,
      onCommitted: () => {},
      regions,
      organizations: {
        exists: async (id) => id === organization.id,
        nameOf: async (id) => (id === organization.id ? organization.name : undefined),
        byNumber: async (number) => (number === creditCode ? organization : undefined),
      },
      keys: createKeyRing(readKeys(newKey('k1'))),
      commonPasswords,
      hashCost: cheapCost,
      openid: over.openid,
      publicUrl: over.publicUrl,
      secondFactorRoles: over.secondFactorRoles ?? [],
      sessionLife: { idle: 2 * hour, whole: 12 * hour },
    })
  const access = another()
  const advance = (ms: number) => {
    now += ms
  }
  return { store, clock, ids, access, another, advance, ...lookingInto }
}

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>
