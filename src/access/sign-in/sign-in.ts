import { visitor } from '../../platform/actor.js'
import { Unauthenticated } from '../../platform/errors.js'
import { type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import { accountsCollection } from '../accounts/collection.js'
import { type Account, signInNameOf } from '../accounts/model.js'
import { credentialsCollection } from '../credentials/collection.js'
import type { Credentials } from '../credentials/model.js'
import type { PasswordHashes } from '../passwords/hash.js'
import type { SecondFactor } from '../second-factor/second-factor.js'
import { type Begun, noteRefused, type Sessions } from '../sessions/sessions.js'
import { actorOf } from '../signed-in.js'
import type { Throttle } from '../throttle/throttle.js'

export interface SignInDeps extends UnitDeps {
  readonly hashes: PasswordHashes
  readonly throttle: Throttle
  readonly sessions: Sessions
  readonly secondFactor: SecondFactor
}

/** What somebody types to sign in. */
export interface Typed {
  readonly name: string
  readonly password: string
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string
}

/** The browser that asks. */
export interface Browser {
  readonly address: string
  /** As `deviceOf` says it. */
  readonly device: string
}

/** Signing in with a password of our own. */
export class SignIn {
  constructor(private readonly deps: SignInDeps) {}

  /**
   * Begins a session. A wrong password, a name that nobody has, and an account that is suspended have one answer, after
   * the same work.
   * @throws Unauthenticated `signIn.failed`; `signIn.throttled` after too many tries; `signIn.secondFactor` when all is
   * right and the account wants a code too
   */
  async withPassword({ name, password, code }: Typed, { address, device }: Browser): Promise<Begun> {
    const { store, throttle, hashes } = this.deps
    const attempt = { name: signInNameOf(name), address }
    await throttle.enter(attempt)
    const [account] = await store.find(accountsCollection, { signInName: attempt.name }, { limit: 1 })
    // Also for nobody: the same steps take the same time.
    const credentials = await store.get(credentialsCollection, account?.id ?? 'nobody')
    const isRight = await hashes.matches(credentials?.passwordHash, password)
    if (!account || !credentials || !isRight || account.state !== 'active') return this.refuse(account)
    const begun = await this.begin(account, credentials, code, device)
    await throttle.succeed(attempt)
    return begun
  }

  private async begin(
    account: Account,
    credentials: Credentials,
    code: string | undefined,
    device: string,
  ): Promise<Begun> {
    try {
      return await unitOfWork(this.deps, actorOf(account.id, account), async (unit) => {
        await this.deps.secondFactor.takeIn(unit.tx, credentials, code)
        return this.deps.sessions.begin(unit, account, 'password', device)
      })
    } catch (error) {
      if (error instanceof Unauthenticated && error.code === 'signIn.failed') return this.refuse(account)
      throw error
    }
  }

  private async refuse(account: Account | undefined): Promise<never> {
    await unitOfWork(this.deps, visitor, async (unit) => noteRefused(unit, account))
    throw new Unauthenticated('signIn.failed')
  }
}
