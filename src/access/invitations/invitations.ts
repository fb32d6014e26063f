import type { Actor } from '../../platform/actor.js'
import { Conflict, NotFound } from '../../platform/errors.js'
import { type Unit, type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import type { DocumentStore, FindOptions } from '../../platform/store/index.js'
import type { Regions } from '../../regions/index.js'
import type { Accounts } from '../accounts/accounts.js'
import { accountsCollection } from '../accounts/collection.js'
import { type Account, couldStillMake, mayGrant, scopeOf, signInNameOf } from '../accounts/model.js'
import { grantable } from '../accounts/reach.js'
import type { Passwords } from '../passwords/passwords.js'
import { isSecretOf, issueToken, readToken } from '../secrets.js'
import type { Begun, Sessions } from '../sessions/sessions.js'
import { actorOf, isBySession } from '../signed-in.js'
import { invitationKind, invitationsCollection } from './collection.js'
import { type Invitation, type InvitationDraft, invitationDays, invitationPrefix, isOpen } from './model.js'

export interface InvitationsDeps extends UnitDeps {
  readonly regions: Regions
  readonly accounts: Accounts
  readonly passwords: Passwords
  readonly sessions: Sessions
}

/** An invitation and its token, which is shown once. */
export interface Invited {
  readonly invitation: Invitation
  readonly token: string
}

/** How somebody who was invited will sign in. */
export interface Chosen {
  readonly signInName: string
  readonly password: string
}

/** Invitations by link: each makes one account, once, within a week. */
export class Invitations {
  constructor(private readonly deps: InvitationsDeps) {}

  /** @throws Invalid for a scope that is none, or that the actor may not let in */
  async make(draft: InvitationDraft, actor: Actor): Promise<Invited> {
    await this.deps.accounts.assertScope(draft, actor)
    const maker = isBySession(actor) ? { maker: actor.id } : {}
    return unitOfWork(this.deps, actor, (unit) => this.makeIn(unit, draft, maker))
  }

  /** Inside a unit, for a scope that was looked at; without a maker it stays good whatever becomes of its maker. */
  async makeIn(unit: Unit, draft: InvitationDraft, maker: Pick<Invitation, 'maker'> = {}): Promise<Invited> {
    const id = this.deps.ids.next(invitationKind.prefix)
    const { token, hash } = issueToken(invitationPrefix, id)
    const { name, email } = draft
    const fields = {
      ...scopeOf(draft),
      name,
      ...(email === undefined ? {} : { email }),
      state: 'open' as const,
      expiresAt: new Date(Date.parse(unit.at) + invitationDays * 86_400_000).toISOString(),
      hash,
      ...maker,
    }
    const [invitation] = await unit.createMany(invitationKind, [{ id, fields }])
    return { invitation: invitation as Invitation, token }
  }

  /** Newest first, of the scopes that the actor may let in. */
  list(actor: Actor, options: FindOptions): Promise<Invitation[]> {
    return this.deps.store.find(invitationsCollection, grantable(actor, this.deps.regions), options)
  }

  /** @throws NotFound outside the actor's reach too, Conflict `state.refused` when it is used or withdrawn */
  async withdraw(id: string, actor: Actor): Promise<void> {
    await unitOfWork(this.deps, actor, async (unit) => {
      const before = await unit.tx.get(invitationsCollection, id)
      if (!before || !mayGrant(actor, before, this.deps.regions)) throw new NotFound('invitation', id)
      if (before.state !== 'open') throw new Conflict('state.refused', before.state)
      const change = (now: Invitation): Invitation => ({ ...now, state: 'withdrawn' })
      await unit.amend(invitationKind, { id, revision: before.revision, change }, { action: 'withdraw' })
    })
  }

  /** What the holder of a token is invited to. @throws NotFound for one that is wrong, used, withdrawn or too old */
  look(token: string): Promise<Invitation> {
    return this.openIn(this.deps.store, token)
  }

  /**
   * Makes the account, with a password, and begins a session.
   * @throws NotFound as `look`; Invalid for the password; Conflict `key.taken` for a sign-in name in use
   */
  async accept(token: string, { signInName, password }: Chosen, device: string): Promise<Begun> {
    const { name, email, organization } = await this.look(token)
    const owner = {
      ...{ name, signInName: signInNameOf(signInName) },
      ...(email === undefined ? {} : { email }),
      ...(organization === undefined ? {} : { organization }),
    }
    const hash = await this.deps.passwords.chosen('password', password, owner)
    return this.become(
      token,
      (unit, invitation) =>
        this.deps.accounts.createIn(
          unit,
          { ...accountFields(invitation), signInName: owner.signInName },
          hash,
        ),
      (unit, account) => this.deps.sessions.begin(unit, account, 'password', device),
    )
  }

  /**
   * Makes an account of an invitation, whichever way its holder will sign in.
   * @param create makes the account; @param then what else is done in the same unit
   * @throws NotFound as `look`
   */
  async become<R>(
    token: string,
    create: (unit: Unit, invitation: Invitation) => Promise<Account>,
    then: (unit: Unit, account: Account) => Promise<R>,
  ): Promise<R> {
    const { id, ...scope } = await this.look(token)
    return unitOfWork(this.deps, actorOf(id, scope), async (unit) => {
      const invitation = await this.openIn(unit.tx, token)
      const account = await create(unit, invitation)
      const change = (now: Invitation): Invitation => ({ ...now, state: 'accepted', account: account.id })
      const { revision } = invitation
      await unit.amend(invitationKind, { id, revision, change }, { action: 'accept' })
      return then(unit, account)
    })
  }

  private async openIn(reader: Pick<DocumentStore, 'get'>, token: string): Promise<Invitation> {
    const read = readToken(invitationPrefix, token)
    const found = read && (await reader.get(invitationsCollection, read.id))
    if (!found || !isSecretOf(found.hash, read.secret) || !isOpen(found, this.deps.clock.now().toISOString()))
      throw new NotFound('invitation', '')
    if (found.maker === undefined) return found
    const maker = await reader.get(accountsCollection, found.maker)
    if (!couldStillMake(maker, found, this.deps.regions)) throw new NotFound('invitation', '')
    return found
  }
}

/** What an invitation says of the account that is made of it. */
export function accountFields(invitation: Invitation) {
  const { name, email } = invitation
  return { ...scopeOf(invitation), name, ...(email === undefined ? {} : { email }), state: 'active' as const }
}
