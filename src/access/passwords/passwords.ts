import { Invalid, Unauthenticated } from '../../platform/errors.js'
import { type Unit, type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import { accountKind, accountsCollection } from '../accounts/collection.js'
import type { Account } from '../accounts/model.js'
import { credentialsCollection } from '../credentials/collection.js'
import { changeCredentials } from '../credentials/credentials.js'
import type { Organizations } from '../organizations.js'
import type { Recent } from '../recent.js'
import type { Begun, Sessions } from '../sessions/sessions.js'
import type { SessionActor, SignedIn } from '../signed-in.js'
import type { Attempt, Throttle } from '../throttle/throttle.js'
import type { PasswordHashes } from './hash.js'
import { passwordErrors } from './rules.js'

export interface PasswordsDeps extends UnitDeps {
  readonly hashes: PasswordHashes
  /** In lower case. */
  readonly common: ReadonlySet<string>
  readonly organizations: Pick<Organizations, 'nameOf'>
  readonly throttle: Throttle
  readonly sessions: Sessions
  readonly recent: Recent<SignedIn>
}

/** What is known of somebody who chooses a password. */
export type Owner = Pick<Account, 'name' | 'signInName' | 'email' | 'organization'>

/** Passwords of accounts: chosen, checked and changed. */
export class Passwords {
  constructor(private readonly deps: PasswordsDeps) {}

  /** The hash of a password that its owner has chosen. @throws Invalid for one that is too short or easy to guess */
  async chosen(
    field: string,
    password: string,
    { name, signInName, email, organization }: Owner,
  ): Promise<string> {
    const of = organization === undefined ? undefined : await this.deps.organizations.nameOf(organization)
    const own = [name, signInName, email, of].filter((word) => word !== undefined)
    const errors = passwordErrors(field, password, this.deps.common, own)
    if (errors.length) throw new Invalid(errors)
    return this.deps.hashes.make(password)
  }

  /** Keeps a hash inside a unit that writes the account itself too. */
  async keepIn(unit: Unit, account: string, passwordHash: string): Promise<void> {
    await changeCredentials(unit.tx, account, (before) => ({ ...before, passwordHash }))
  }

  /**
   * Changes the actor's own password and ends all of the account's sessions; a new one takes the place of this one.
   * @param device of the browser that asks
   * @throws Invalid; Unauthenticated `signIn.failed` for a wrong old one, `signIn.throttled`
   */
  async change(
    actor: SessionActor,
    given: { readonly old: string; readonly password: string },
    { address, device }: { readonly address: string; readonly device: string },
  ): Promise<Begun> {
    const account = await this.assertOwn(actor, given.old, { address })
    const isSame = given.old === given.password
    if (isSame) throw new Invalid([{ field: 'password', code: 'password.same' }])
    const hash = await this.chosen('password', given.password, account)
    const begun = await unitOfWork(this.deps, actor, async (unit) => {
      await this.keepIn(unit, actor.id, hash)
      await this.deps.sessions.endIn(unit, actor.id)
      const change = ({ mustChangePassword: _, ...rest }: Account) => rest
      const changed = await unit.amend(
        accountKind,
        { id: actor.id, revision: undefined, change },
        { action: 'password' },
      )
      return this.deps.sessions.begin(unit, changed, 'password', device)
    })
    this.deps.recent.clear()
    return begun
  }

  /**
   * That whoever has the session knows the password too; guesses count like those of signing in.
   * @throws Unauthenticated `signIn.failed`, `signIn.throttled`
   */
  async assertOwn(
    actor: SessionActor,
    password: string,
    { address }: Pick<Attempt, 'address'>,
  ): Promise<Account> {
    const account = await this.deps.store.get(accountsCollection, actor.id)
    const credentials = await this.deps.store.get(credentialsCollection, actor.id)
    const attempt = { name: account?.signInName ?? actor.id, address }
    await this.deps.throttle.enter(attempt)
    const isRight = await this.deps.hashes.matches(credentials?.passwordHash, password)
    if (!account || !isRight) throw new Unauthenticated('signIn.failed')
    await this.deps.throttle.succeed(attempt)
    return account
  }
}
