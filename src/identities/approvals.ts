import { reaches, regionsOf } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { NotFound } from '../platform/errors.js'
import { unitOfWork } from '../platform/records/index.js'
import type { Filter, FindOptions, RawDocument } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import { releaseKind } from './collection.js'
import type { IdentitiesDeps } from './deps.js'
import { decideRelease, type Release, reviewRelease } from './releases.js'

export interface ReleaseFilters {
  /** What waits for somebody: requests for a second person, emergencies for a review; default everything. */
  readonly waiting?: 'approval' | 'review'
}

/** A second person's part in releases: to approve or refuse, and to look at emergencies afterwards. */
export interface Approvals {
  /** Those of the actor's region, newest first. */
  list(filters: ReleaseFilters, options: FindOptions, actor: Actor): Promise<Release[]>
  getRaw(id: string): Promise<RawDocument>
  /** @throws NotFound outside the region; Conflict `state.refused` by the one who asked, or when it is decided or lapsed */
  decide(id: string, revision: number, grants: boolean, reason: string, actor: Actor): Promise<Release>
  /** @throws NotFound outside the region; Conflict `state.refused` by the one who asked, or when none is due */
  review(id: string, revision: number, isJustified: boolean, reason: string, actor: Actor): Promise<Release>
}

export function createApprovals(deps: IdentitiesDeps): Approvals {
  const { store, clock, regions } = deps

  async function assertReached(id: string, actor: Actor): Promise<void> {
    const release = await store.get(releaseKind.collection, id)
    if (!release || !reaches(actor, release.region, regions)) throw new NotFound('release', id)
  }

  function amend(
    id: string,
    revision: number,
    change: (before: Release, at: string) => Release,
    deed: { action: string; reason: string },
    actor: Actor,
  ): Promise<Release> {
    return unitOfWork(deps, actor, async (unit) => {
      const release = await unit.amend(
        releaseKind,
        { id, revision, change: (before) => change(before, unit.at) },
        deed,
      )
      const { needId, region, ground, requester } = release
      unit.announce({
        name: `identity.${deed.action}`,
        kind: 'release',
        subject: id,
        facts: { needId, region, ground, accountId: requester },
      })
      return release
    })
  }

  return {
    list({ waiting }, options, actor) {
      const codes = regionsOf(actor, regions)
      const scope: Filter = codes === 'all' ? {} : { region: { $in: codes } }
      const pending = { state: 'pending', expiresAt: { $gt: clock.now().toISOString() } }
      const asked = waiting === 'approval' ? pending : waiting === 'review' ? { review: 'due' } : {}
      return store.find(releaseKind.collection, { ...scope, ...asked }, options)
    },
    async getRaw(id) {
      const raw = await store.getRaw(releaseKind.collection, id)
      if (!raw) throw new NotFound('release', id)
      return raw
    },
    async decide(id, revision, grants, said, actor) {
      await assertReached(id, actor)
      const reason = mask(said).text
      const change = (before: Release, at: string) =>
        decideRelease(before, { grants, by: actor.id, at, reason })
      return amend(id, revision, change, { action: grants ? 'granted' : 'refused', reason }, actor)
    },
    async review(id, revision, isJustified, said, actor) {
      await assertReached(id, actor)
      const reason = mask(said).text
      const change = (before: Release, at: string) =>
        reviewRelease(before, { isJustified, by: actor.id, at, reason })
      return amend(id, revision, change, { action: 'reviewed', reason }, actor)
    },
  }
}
