import { randomInt } from 'node:crypto'
import type { Actor } from '../../platform/actor.js'
import { Conflict, Invalid, NotFound } from '../../platform/errors.js'
import { type New, type Unit, type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import type { Filter, FindOptions } from '../../platform/store/index.js'
import type { Regions } from '../../regions/index.js'
import type { Organizations } from '../organizations.js'
import type { PasswordHashes } from '../passwords/hash.js'
import type { Passwords } from '../passwords/passwords.js'
import type { Recent } from '../recent.js'
import type { SecondFactor } from '../second-factor/second-factor.js'
import type { Sessions } from '../sessions/sessions.js'
import type { SessionActor, SignedIn } from '../signed-in.js'
import type { Throttle } from '../throttle/throttle.js'
import { accountKind, accountsCollection } from './collection.js'
import {
  type AccessScope,
  type Account,
  isSameScope,
  mayGrant,
  scopeErrors,
  scopeOf,
  signInNameForm,
} from './model.js'
import { grantable } from './reach.js'

export interface AccountsDeps extends UnitDeps {
  readonly regions: Regions
  readonly organizations: Organizations
  readonly hashes: PasswordHashes
  readonly passwords: Passwords
  readonly secondFactor: SecondFactor
  readonly sessions: Sessions
  readonly throttle: Throttle
  readonly recent: Recent<SignedIn>
}

/** What others say of an account. */
export type AccountChange = AccessScope & Pick<Account, 'name' | 'email'>

export interface AccountFilters {
  readonly role?: readonly Account['role'][]
  readonly state?: readonly Account['state'][]
}

/** Without signs that people mistake for others when they copy them. */
const alphabet = '23456789abcdefghijkmnpqrstuvwxyz'

/**
 * Accounts as those see and change them who may let such people in (`mayGrant`); an account outside that reach is not
 * there for them. Nobody changes their own here, so that the last administrator is not shut out by a slip.
 */
export class Accounts {
  constructor(private readonly deps: AccountsDeps) {}

  /** @throws Invalid for a scope that is none, Conflict `key.taken` for a sign-in name in use */
  async createIn(unit: Unit, fields: New<Account>, passwordHash?: string): Promise<Account> {
    const account = await unit.create(accountKind, fields)
    if (passwordHash !== undefined) await this.deps.passwords.keepIn(unit, account.id, passwordHash)
    return account
  }

  /**
   * An account with a first password, for the command line and the demo.
   * @param password where it is not to be made up; then it need not be changed
   * @throws Invalid, Conflict `key.taken`
   */
  async create(
    fields: AccountChange & { readonly signInName: string },
    actor: Actor,
    password?: string,
  ): Promise<{ readonly account: Account; readonly password: string }> {
    await this.assertScope(fields, actor)
    if (!signInNameForm.test(fields.signInName))
      throw new Invalid([{ field: 'signInName', code: 'account.signInName' }])
    const first = password ?? firstPassword()
    const hash = await this.deps.hashes.make(first)
    const account = await unitOfWork(this.deps, actor, (unit) =>
      this.createIn(
        unit,
        { ...fields, state: 'active', ...(password === undefined ? { mustChangePassword: true } : {}) },
        hash,
      ),
    )
    return { account, password: first }
  }

  /**
   * Accounts with one password that everybody knows, for the demo; those whose sign-in name is there already stay.
   * @returns how many were made
   */
  async createShown(
    accounts: readonly (AccountChange & { readonly signInName: string })[],
    password: string,
    actor: Actor,
  ): Promise<number> {
    const there = new Set((await this.named(accounts)).map(({ signInName }) => signInName))
    const missing = accounts.filter(({ signInName }) => !there.has(signInName))
    if (!missing.length) return 0
    const hash = await this.deps.hashes.make(password)
    await unitOfWork(this.deps, actor, async (unit) => {
      for (const account of missing) await this.createIn(unit, { ...account, state: 'active' }, hash)
    })
    return missing.length
  }

  /** Those of these sign-in names that are there. */
  named(names: readonly { readonly signInName: string }[]): Promise<Account[]> {
    const filter = { signInName: { $in: names.map(({ signInName }) => signInName) } }
    return this.deps.store.find(accountsCollection, filter, { limit: names.length })
  }

  /** Every account, a batch at a time. */
  scan(): AsyncIterable<Account[]> {
    return this.deps.store.scan(accountsCollection)
  }

  /** Whether there is any account. */
  async hasAny(): Promise<boolean> {
    return (await this.deps.store.find(accountsCollection, {}, { limit: 1 })).length > 0
  }

  /** Newest first. */
  list({ role, state }: AccountFilters, actor: Actor, options: FindOptions): Promise<Account[]> {
    const asked: Filter[] = [grantable(actor, this.deps.regions)]
    if (role) asked.push({ role: { $in: role } })
    if (state) asked.push({ state: { $in: state } })
    return this.deps.store.find(accountsCollection, { $and: asked }, options)
  }

  /** The actor's own. */
  async own({ id }: SessionActor): Promise<Account> {
    const account = await this.deps.store.get(accountsCollection, id)
    if (!account) throw new NotFound('account', id)
    return account
  }

  /** @throws NotFound outside the actor's reach too */
  async get(id: string, actor: Actor): Promise<Account> {
    const account = await this.deps.store.get(accountsCollection, id)
    if (!account || !mayGrant(actor, account, this.deps.regions)) throw new NotFound('account', id)
    return account
  }

  /** Another scope ends all sessions of the account. @throws NotFound, Invalid, Conflict */
  async amend(id: string, revision: number, change: AccountChange, actor: Actor): Promise<Account> {
    await this.assertScope(change, actor)
    return this.write(id, revision, actor, { action: 'amend' }, async (before, unit) => {
      if (!isSameScope(before, change)) await this.deps.sessions.endIn(unit, id)
      const { role: _, region: __, organization: ___, email: ____, ...kept } = before
      const { email } = change
      return { ...kept, ...scopeOf(change), name: change.name, ...(email === undefined ? {} : { email }) }
    })
  }

  /** Ends all sessions; what the account has made for machines and others ends with it. @throws as `amend` */
  suspend(id: string, revision: number, reason: string, actor: Actor): Promise<Account> {
    return this.write(id, revision, actor, { action: 'suspend', reason }, async (before, unit) => {
      if (before.state === 'suspended') throw new Conflict('state.refused', 'suspended already')
      await this.deps.sessions.endIn(unit, id)
      return { ...before, state: 'suspended' }
    })
  }

  /** @throws as `amend` */
  resume(id: string, revision: number, actor: Actor): Promise<Account> {
    return this.write(id, revision, actor, { action: 'resume' }, async (before) => {
      if (before.state === 'active') throw new Conflict('state.refused', 'active already')
      return { ...before, state: 'active' }
    })
  }

  /**
   * A first password, which has to be changed at the next sign-in; ends all sessions.
   * @returns it, and nowhere else
   * @throws as `amend`; Conflict `state.refused` where the account has no sign-in name
   */
  async resetPassword(id: string, revision: number, actor: Actor): Promise<string> {
    const password = firstPassword()
    const hash = await this.deps.hashes.make(password)
    const account = await this.write(
      id,
      revision,
      actor,
      { action: 'reset-password' },
      async (before, unit) => {
        if (before.signInName === undefined) throw new Conflict('state.refused', 'no sign-in name')
        await this.deps.sessions.endIn(unit, id)
        await this.deps.passwords.keepIn(unit, id, hash)
        return { ...before, mustChangePassword: true }
      },
    )
    await this.deps.throttle.forget(account.signInName ?? '')
    return password
  }

  /** Turns the second factor off, for somebody who lost it; ends all sessions. @throws as `amend` */
  async resetSecondFactor(id: string, revision: number, actor: Actor): Promise<Account> {
    return this.write(id, revision, actor, { action: 'reset-second-factor' }, async (before, unit) => {
      await this.deps.sessions.endIn(unit, id)
      await this.deps.secondFactor.clearIn(unit, id)
      return before
    })
  }

  /** Lets the account be signed in to at once, after too many wrong passwords. @throws NotFound */
  async unlock(id: string, actor: Actor): Promise<void> {
    const account = await this.get(id, actor)
    await unitOfWork(this.deps, actor, async (unit) => unit.note(accountKind, { action: 'unlock' }, id))
    if (account.signInName !== undefined) await this.deps.throttle.forget(account.signInName)
  }

  /** @throws Invalid for a scope that is none or above the actor's, or an organisation that is not there */
  async assertScope(scope: AccessScope, actor: Actor): Promise<void> {
    const errors = scopeErrors(scope, this.deps.regions)
    if (!mayGrant(actor, scope, this.deps.regions)) errors.push({ field: 'role', code: 'scope.above' })
    const { organization } = scope
    if (organization !== undefined && !(await this.deps.organizations.exists(organization)))
      errors.push({ field: 'organization', code: 'scope.organization' })
    if (errors.length) throw new Invalid(errors)
  }

  private async write(
    id: string,
    revision: number,
    actor: Actor,
    deed: { readonly action: string; readonly reason?: string },
    change: (before: Account, unit: Unit) => Promise<Account>,
  ): Promise<Account> {
    if (id === actor.id) throw new Conflict('state.refused', 'one’s own account')
    await this.get(id, actor)
    const account = await unitOfWork(this.deps, actor, async (unit) => {
      const before = await unit.tx.get(accountsCollection, id)
      // Looked at again: it may have left the actor's reach meanwhile.
      if (!before || !mayGrant(actor, before, this.deps.regions)) throw new NotFound('account', id)
      if (before.revision !== revision) throw new Conflict('revision.stale', `account ${id}`)
      const after = await change(before, unit)
      return unit.amend(accountKind, { id, revision, change: () => after }, deed)
    })
    this.deps.recent.clear()
    return account
  }
}

/** 80 random bits in four groups, e.g. `7kfa-m2qd-x9bt-hc4w`. */
function firstPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
