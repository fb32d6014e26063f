import { actsFor, reaches } from '../access/index.js'
import type { Need, Needs } from '../needs/index.js'
import { topicsOf } from '../needs/index.js'
import type { Actor } from '../platform/actor.js'
import { NotFound } from '../platform/errors.js'
import type { UnitDeps } from '../platform/records/index.js'
import type { Transaction } from '../platform/store/index.js'
import type { KeyRing } from '../privacy/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { needsGuardian } from './consents.js'
import { ageOn, type Identity } from './model.js'
import type { Vault } from './vault.js'

/** What the referrals of a need say to whether the person may be shown, and how long the data is kept. */
export interface ReferralGrounds {
  /** Whether the organisation has accepted a part of the need and still serves it. */
  isRunning(needId: string, organizationId: string): Promise<boolean>
  /**
   * Of each need that has referrals: whether one runs, and when the last one closed (ISO instant).
   * @param reader the transaction, where something is decided by it
   */
  standingOf(
    reader: Pick<Transaction, 'find'>,
    needIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReferralStanding>>
}

export interface ReferralStanding {
  readonly isRunning: boolean
  readonly closedAt?: string
}

export interface IdentitiesDeps extends UnitDeps {
  readonly needs: Pick<Needs, 'records'>
  readonly regions: Regions
  readonly taxonomy: Taxonomy
  readonly vault: Vault
  readonly ring: KeyRing
  readonly referrals: ReferralGrounds
}

/** How the actor stands to the need: `inside` its region, or `serving` it. @throws NotFound for everybody else */
export async function standingTo(
  need: Need,
  actor: Actor,
  { regions, referrals }: Pick<IdentitiesDeps, 'regions' | 'referrals'>,
): Promise<'inside' | 'serving'> {
  if (reaches(actor, need.region, regions)) return 'inside'
  const { organization } = actor
  const isServing =
    organization !== undefined &&
    actsFor(actor, organization) &&
    (await referrals.isRunning(need.id, organization))
  if (!isServing) throw new NotFound('need', need.id)
  return 'serving'
}

/** @throws NotFound when the need is not there or lies outside the actor's region */
export async function needInside(
  needId: string,
  actor: Actor,
  { needs, regions }: Pick<IdentitiesDeps, 'needs' | 'regions'>,
): Promise<Need> {
  const need = await needs.records.get(needId)
  if (!reaches(actor, need.region, regions)) throw new NotFound('need', needId)
  return need
}

/** What protects the person: a special act, and for children a guardian who must consent. */
export function protectionOf(
  need: Need,
  identity: Identity | undefined,
  at: string,
  { taxonomy, vault }: Pick<IdentitiesDeps, 'taxonomy' | 'vault'>,
): { readonly isGuarded: boolean; readonly guardianNeeded: boolean } {
  const topics = topicsOf(need, taxonomy)
  const birthDate = identity && vault.open(identity).person?.birthDate
  const age = ageOn(at.slice(0, 10), birthDate)
  return {
    isGuarded: topics.length > 0 || (age !== undefined && age < 18),
    guardianNeeded: needsGuardian(age, topics.includes('minors')),
  }
}
