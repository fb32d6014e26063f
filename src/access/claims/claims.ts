import { type Actor, visitor } from '../../platform/actor.js'
import { Conflict, Invalid, NotFound } from '../../platform/errors.js'
import { anyOf, type Unit, type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import type { Filter, FindOptions } from '../../platform/store/index.js'
import type { Regions } from '../../regions/index.js'
import type { Invitations, Invited } from '../invitations/invitations.js'
import type { Organizations } from '../organizations.js'
import { reaches, regionsOf } from '../scope.js'
import { claimKind, claimsCollection } from './collection.js'
import type { Claim, ClaimDraft } from './model.js'

export interface ClaimsDeps extends UnitDeps {
  readonly regions: Regions
  readonly organizations: Organizations
  readonly invitations: Invitations
}

/** Of one organisation; more would let strangers fill the list of those who decide. */
const mostOpen = 5

/** Claims of managers on their organisations, which the staff of its street or the district approve or refuse. */
export class Claims {
  constructor(private readonly deps: ClaimsDeps) {}

  /** From anybody. @throws Invalid `claim.number` for a number that no organisation has; Conflict `state.refused` when five wait */
  async make({ number, name, contact, reason }: ClaimDraft): Promise<Claim> {
    const organization = await this.deps.organizations.byNumber(number)
    if (!organization) throw new Invalid([{ field: 'number', code: 'claim.number' }])
    const { id, homeRegion } = organization
    return unitOfWork(this.deps, visitor, async (unit) => {
      const waiting = await unit.tx.count(claimsCollection, { organization: id, state: 'open' })
      if (waiting >= mostOpen) throw new Conflict('state.refused', 'too many claims wait')
      const fields = { organization: id, region: homeRegion, name, contact, reason, state: 'open' as const }
      const claim = await unit.create(claimKind, fields)
      unit.announce({
        name: 'claim.made',
        kind: 'claim',
        subject: claim.id,
        facts: { organization: id, region: homeRegion },
      })
      return claim
    })
  }

  /** Newest first, of the actor's regions. */
  list(state: readonly Claim['state'][] | undefined, actor: Actor, options: FindOptions): Promise<Claim[]> {
    const codes = actor.role === 'admin' ? 'all' : regionsOf(actor, this.deps.regions)
    const asked: Filter = {
      ...(codes === 'all' ? {} : { region: { $in: codes } }),
      ...(state ? { state: anyOf(state) } : {}),
    }
    return this.deps.store.find(claimsCollection, asked, options)
  }

  /** @throws NotFound outside the actor's regions too */
  async get(id: string, actor: Actor): Promise<Claim> {
    const claim = await this.deps.store.get(claimsCollection, id)
    if (!claim || !this.isWithin(claim, actor)) throw new NotFound('claim', id)
    return claim
  }

  /**
   * Invites the claimant as manager of the organisation. Whoever approves passes the link on, and by that sees that the
   * contact is the organisation's.
   * @throws NotFound, Conflict `revision.stale`, `state.refused` when it was decided
   */
  approve(id: string, revision: number, actor: Actor): Promise<Invited & { readonly claim: Claim }> {
    return unitOfWork(this.deps, actor, async (unit) => {
      const before = await this.openIn(unit, id, actor)
      const { name, organization } = before
      const invited = await this.deps.invitations.makeIn(unit, { role: 'org-manager', organization, name })
      const change = (now: Claim): Claim => ({ ...now, state: 'approved', invitation: invited.invitation.id })
      const claim = await unit.amend(claimKind, { id, revision, change }, { action: 'approve' })
      return { ...invited, claim }
    })
  }

  /** @throws as `approve` */
  refuse(id: string, revision: number, reason: string, actor: Actor): Promise<Claim> {
    return unitOfWork(this.deps, actor, async (unit) => {
      await this.openIn(unit, id, actor)
      const change = (now: Claim): Claim => ({ ...now, state: 'refused' })
      return unit.amend(claimKind, { id, revision, change }, { action: 'refuse', reason })
    })
  }

  private async openIn({ tx }: Unit, id: string, actor: Actor): Promise<Claim> {
    const claim = await tx.get(claimsCollection, id)
    if (!claim || !this.isWithin(claim, actor)) throw new NotFound('claim', id)
    if (claim.state !== 'open') throw new Conflict('state.refused', claim.state)
    return claim
  }

  private isWithin({ region }: Claim, actor: Actor): boolean {
    return actor.role === 'admin' || reaches(actor, region, this.deps.regions)
  }
}
