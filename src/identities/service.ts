import { maskedWording, type Need, needKind, type Wording } from '../needs/index.js'
import type { Actor } from '../platform/actor.js'
import { Conflict, Forbidden, NotFound } from '../platform/errors.js'
import { type Unit, unitOfWork } from '../platform/records/index.js'
import { mask, type PersonalData } from '../privacy/index.js'
import { identityKind, releaseKind } from './collection.js'
import { isConsented } from './consents.js'
import { type IdentitiesDeps, needInside, protectionOf, standingTo } from './deps.js'
import type { Identity, IdentityContent } from './model.js'
import { type Ground, newRelease, type Release } from './releases.js'
import { consentsOf, identitiesOf } from './vault.js'

/** What may be told of an identity to those who may ask for it: which fields are known, not what they say. */
export interface IdentitySummary {
  readonly needId: string
  /** Of what is kept; 0 while nothing is. */
  readonly revision: number
  readonly fields: readonly string[]
  readonly isGuarded: boolean
  readonly guardianNeeded: boolean
  readonly erased?: Identity['erased']
}

/** The person, as one release shows it. */
export interface ShownIdentity extends IdentityContent {
  readonly needId: string
  readonly releaseId: string
  readonly purpose: string
  /** ISO instant. */
  readonly expiresAt: string
}

export interface ReleaseRequest {
  readonly purpose: string
  /** Somebody's life is in danger: nobody is waited for, and staff look at it afterwards. */
  readonly isEmergency: boolean
}

/** The use cases around who the person behind a need is. */
export interface Identities {
  /**
   * Says who the person is, in place of what was said before.
   * @param revision of what is kept, as `summary` says it
   * @throws NotFound outside the actor's region; Conflict `revision.stale`
   */
  put(needId: string, revision: number, person: PersonalData, actor: Actor): Promise<IdentitySummary>
  /** @throws NotFound where the actor neither has the region nor serves the need */
  summary(needId: string, actor: Actor): Promise<IdentitySummary>
  /**
   * Asks to be shown the person. Granted at once to the committee that posted the need, to the organisation whose
   * referral runs and has consent, and in an emergency; for a protected group another person must approve.
   * @throws NotFound; Forbidden for staff who did not post it; Conflict `state.refused` without consent
   */
  request(needId: string, asked: ReleaseRequest, actor: Actor): Promise<Release>
  /**
   * Shows the person to somebody whom a release allows it, and puts the reading into the audit trail.
   * @throws NotFound; Forbidden without a release that is good now
   */
  read(needId: string, actor: Actor): Promise<ShownIdentity>
}

export function createIdentities(deps: IdentitiesDeps): Identities {
  const { needs, store, clock, vault } = deps
  const now = (): string => clock.now().toISOString()
  const identityOf = async (needId: string) => (await identitiesOf(store, [needId])).get(needId)
  const summaryOf = (need: Need, identity: Identity | undefined): IdentitySummary => ({
    needId: need.id,
    revision: identity?.revision ?? 0,
    fields: identity?.fields ?? [],
    ...protectionOf(need, identity, now(), deps),
    ...(identity?.erased && { erased: identity.erased }),
  })

  return {
    async put(needId, revision, person, actor) {
      const need = await needInside(needId, actor, deps)
      await unitOfWork(deps, actor, async (unit) => {
        const before = (await identitiesOf(unit.tx, [needId])).get(needId)
        if ((before?.revision ?? 0) !== revision) throw new Conflict('revision.stale', `identity ${needId}`)
        const wording = await maskNeed(unit, needId, person)
        await vault.keep(unit, [{ needId, person, ...(wording && { wording }) }])
      })
      return summaryOf(need, await identityOf(needId))
    },
    async summary(needId, actor) {
      const need = await needs.records.get(needId)
      await standingTo(need, actor, deps)
      return summaryOf(need, await identityOf(needId))
    },
    async request(needId, { purpose, isEmergency }, actor) {
      const need = await needs.records.get(needId)
      const standing = await standingTo(need, actor, deps)
      return unitOfWork(deps, actor, async (unit) => {
        const identity = await keptIdentity(unit, needId)
        const ground = isEmergency ? 'emergency' : groundOf(need, standing, actor)
        const { isGuarded } = protectionOf(need, identity, unit.at, deps)
        if (ground === 'referral') await assertConsented(unit, need, identity, actor)
        const asked = { needId, region: need.region, purpose: mask(purpose).text, ground, isGuarded }
        const release = await unit.create(releaseKind, newRelease(asked, actor, unit.at), {
          action: ground === 'emergency' ? 'emergency' : 'request',
          reason: asked.purpose,
        })
        announce(unit, release)
        return release
      })
    },
    async read(needId, actor) {
      const need = await needs.records.get(needId)
      await standingTo(need, actor, deps)
      return unitOfWork(deps, actor, async (unit) => {
        const identity = await keptIdentity(unit, needId)
        const release = await liveRelease(unit, needId, actor)
        if (!release) throw new Forbidden('identity.read')
        if (release.ground === 'referral') await assertConsented(unit, need, identity, actor)
        unit.note(identityKind, { action: 'read', reason: release.purpose }, identity.id, needId)
        const { id: releaseId, purpose, expiresAt } = release
        return { needId, releaseId, purpose, expiresAt, ...vault.open(identity) }
      })
    },
  }

  /** @throws Conflict `state.refused` */
  async function assertConsented(unit: Unit, need: Need, identity: Identity, actor: Actor): Promise<void> {
    const { guardianNeeded } = protectionOf(need, identity, unit.at, deps)
    const consents = await consentsOf(unit.tx, need.id)
    if (!isConsented(consents, actor.organization ?? '', guardianNeeded))
      throw new Conflict('state.refused', guardianNeeded ? 'the guardian has not consented' : 'no consent')
  }
}

/** Hides in the need what is known of the person only now. @returns its wording until then, where it told something */
async function maskNeed(unit: Unit, needId: string, person: PersonalData): Promise<Wording | undefined> {
  const need = await unit.tx.get(needKind.collection, needId)
  if (!need) throw new NotFound(needKind.name, needId)
  const { title = need.title, text } = maskedWording(need, person)
  if (title === need.title && text === need.text) return undefined
  const change = (before: Need): Need => ({ ...before, title, text })
  await unit.amend(needKind, { id: needId, revision: need.revision, change }, { action: 'mask' })
  return { title: need.title, text: need.text }
}

/** @throws NotFound when nothing is kept, or no more */
async function keptIdentity({ tx }: Unit, needId: string): Promise<Identity> {
  const identity = (await identitiesOf(tx, [needId])).get(needId)
  if (identity?.sealed === undefined) throw new NotFound('identity', needId)
  return identity
}

/** @throws Forbidden for staff of the region who did not post the need */
function groundOf(need: Need, standing: 'inside' | 'serving', { id, role }: Actor): Ground {
  if (standing === 'serving') return 'referral'
  const isPoster = role === 'committee' || role === 'system' || need.createdBy === id
  if (!isPoster) throw new Forbidden('identity.request')
  return 'poster'
}

async function liveRelease({ tx, at }: Unit, needId: string, { id }: Actor): Promise<Release | undefined> {
  const filter = { needId, requester: id, state: 'granted', expiresAt: { $gt: at } }
  const sort = { field: 'createdAt', direction: 'desc' } as const
  const [newest] = await tx.find(releaseKind.collection, filter, { sort, limit: 1 })
  return newest
}

function announce(unit: Unit, { id, needId, region, ground, state, requester }: Release): void {
  const name = ground === 'emergency' ? 'identity.emergency' : `identity.${state}`
  const facts = { needId, region, ground, accountId: requester }
  unit.announce({ name, kind: 'release', subject: id, facts })
}
