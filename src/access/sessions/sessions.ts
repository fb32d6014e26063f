import type { Role } from '../../platform/actor.js'
import { Conflict, NotFound, Unauthenticated } from '../../platform/errors.js'
import { type Unit, type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import { accountsCollection } from '../accounts/collection.js'
import type { Account } from '../accounts/model.js'
import { credentialsCollection } from '../credentials/collection.js'
import type { Recent } from '../recent.js'
import type { SecretBox } from '../second-factor/second-factor.js'
import { hashOf, isSecretOf, issueToken, readToken } from '../secrets.js'
import { type Known, type SessionActor, type SignedIn, signedInBySession } from '../signed-in.js'
import { sessionKind, sessionsCollection } from './collection.js'
import { isAlive, isSeenAnew, type Session, type SessionLife, type SignInWay } from './model.js'

export interface SessionsDeps extends UnitDeps {
  readonly recent: Recent<SignedIn>
  readonly keys: SecretBox
  readonly life: SessionLife
  /** Roles that need a second factor where they sign in with a password. */
  readonly secondFactorRoles: ReadonlySet<Role>
}

/** A session that was begun, and the token that its cookie holds. */
export interface Begun {
  readonly session: Session
  readonly token: string
}

/** More than a person has devices; the one that was begun first goes. */
const mostSessions = 20

const newestFirst = { field: 'startedAt', direction: 'desc' } as const

/** Signed-in browsers. Every sign-in begins a session of its own, and nothing that a browser brought becomes one. */
export class Sessions {
  constructor(private readonly deps: SessionsDeps) {}

  /**
   * Begins a session in the unit that signs somebody in.
   * @param idToken of the district's own system, where it was begun there
   * @throws Unauthenticated when the account was suspended or changed meanwhile
   */
  async begin(
    unit: Unit,
    account: Account,
    way: SignInWay,
    device: string,
    idToken?: string,
  ): Promise<Begun> {
    const [now] = await unit.tx.lock(accountsCollection, [account.id])
    if (now?.revision !== account.revision || now.state !== 'active')
      throw new Unauthenticated('signIn.failed')
    const mine = await unit.tx.find(sessionsCollection, { account: account.id }, { sort: newestFirst })
    await unit.tx.removeMany(sessionsCollection, mine.slice(mostSessions - 1))
    const id = this.deps.ids.next('s')
    const { token, hash } = issueToken('', id)
    const expiresAt = new Date(Date.parse(unit.at) + this.deps.life.whole).toISOString()
    const session: Session = {
      id,
      revision: 1,
      account: account.id,
      hash,
      way,
      ...(idToken === undefined ? {} : { idToken: this.deps.keys.encrypt(idToken, placeOf(id)) }),
      device,
      startedAt: unit.at,
      lastSeenAt: unit.at,
      expiresAt,
    }
    await unit.tx.insert(sessionsCollection, session)
    unit.note(sessionKind, { action: 'begin' }, account.id)
    return { session, token }
  }

  /** Who has this token; undefined when nobody has, or no longer. */
  identify(token: string): Known {
    const read = readToken('', token)
    if (!read) return undefined
    return this.deps.recent.get(hashOf(token), () => this.look(read.id, read.secret))
  }

  /** Those of an account that are alive, newest first. */
  async list(account: string): Promise<Session[]> {
    const mine = await this.deps.store.find(sessionsCollection, { account }, { sort: newestFirst })
    return mine.filter((session) => isAlive(session, this.now(), this.deps.life))
  }

  /** Whether the actor's role asks for a second factor that is not on, so that the gate lets nothing else through. */
  async lacksSecondFactor(actor: SessionActor): Promise<boolean> {
    const session = await this.deps.store.get(sessionsCollection, actor.session)
    return session !== undefined && this.lacks(actor, session)
  }

  /**
   * Ends one of the actor's own.
   * @returns the ID token that it was begun with, if there was one and it can still be read
   * @throws NotFound also for somebody else's
   */
  async end(actor: SessionActor, id: string): Promise<string | undefined> {
    return this.write(actor, async (unit) => {
      const session = await unit.tx.get(sessionsCollection, id)
      if (session?.account !== actor.id) throw new NotFound('session', id)
      await unit.tx.remove(sessionsCollection, id, session.revision)
      unit.note(sessionKind, { action: 'end' }, actor.id)
      return this.idTokenOf(session)
    })
  }

  /** Ends all of the actor's own but the one that asks. */
  async endOthers(actor: SessionActor): Promise<void> {
    await this.write(actor, (unit) => this.endIn(unit, actor.id, actor.session))
  }

  /** Ends those of an account inside a unit that changes its rights; `clear` the recent ones after it. */
  async endIn(unit: Unit, account: string, keep?: string): Promise<void> {
    const all = await unit.tx.find(sessionsCollection, { account }, { limit: 1_000 })
    const ended = all.filter(({ id }) => id !== keep)
    if (!ended.length) return
    await unit.tx.removeMany(sessionsCollection, ended)
    unit.note(sessionKind, { action: 'end' }, account)
  }

  private async look(id: string, secret: string): Promise<SignedIn | undefined> {
    const { store, life } = this.deps
    const session = await store.get(sessionsCollection, id)
    if (!session || !isSecretOf(session.hash, secret) || !isAlive(session, this.now(), life)) return undefined
    const account = await store.get(accountsCollection, session.account)
    if (account?.state !== 'active') return undefined
    if (isSeenAnew(session, this.now())) await this.see(session)
    return signedInBySession(account, session.id, await this.lacks(account, session))
  }

  private async lacks(
    { id, role }: { readonly id: string; readonly role: Role },
    { way }: Session,
  ): Promise<boolean> {
    // Who came by the district's own system has the second factor there.
    if (way !== 'password' || !this.deps.secondFactorRoles.has(role)) return false
    return !(await this.deps.store.get(credentialsCollection, id))?.secondFactor?.isOn
  }

  private async see(session: Session): Promise<void> {
    const lastSeenAt = this.deps.clock.now().toISOString()
    try {
      await this.deps.store.replace(sessionsCollection, { ...session, lastSeenAt }, session.revision)
    } catch (error) {
      // Another request has written it down; or the session was ended just now, which the next request hears of.
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error
    }
  }

  private idTokenOf({ id, idToken }: Session): string | undefined {
    try {
      return idToken && this.deps.keys.decrypt(idToken, placeOf(id))
    } catch {
      // Its key has gone since: signing out here must not fail for that.
      return undefined
    }
  }

  private async write<R>(actor: SessionActor, work: (unit: Unit) => Promise<R>): Promise<R> {
    const done = await unitOfWork(this.deps, actor, work)
    this.deps.recent.clear()
    return done
  }

  private now(): number {
    return this.deps.clock.now().getTime()
  }
}

function placeOf(session: string) {
  return { record: session, field: 'idToken' }
}

/** Into the trail: the account that was tried, if there is one, and never what was typed. */
export function noteRefused(unit: Unit, account: Account | undefined): void {
  unit.note(sessionKind, { action: 'refused' }, ...(account ? [account.id] : []))
}
