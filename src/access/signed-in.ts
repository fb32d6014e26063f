import type { Actor } from '../platform/actor.js'
import type { AccessScope, Account } from './accounts/model.js'
import { scopeOf } from './accounts/model.js'

/** Somebody whom the gate knows. */
export interface SignedIn {
  readonly actor: Actor
  /** All that a machine's token is good for; missing for people, who have all that their role has. */
  readonly permissions?: ReadonlySet<string>
  /** Somebody else chose the password. */
  readonly mustChangePassword?: boolean
  /** The role asks for a second factor, and there is none yet. */
  readonly mustAddSecondFactor?: boolean
}

/** Who has what was shown: at once where that was asked a moment ago; undefined when nobody has, or no longer. */
export type Known = SignedIn | undefined | Promise<SignedIn | undefined>

/** Who came with a session. */
export interface SessionActor extends Actor {
  /** Id of the session. */
  readonly session: string
}

export function isBySession(actor: Actor): actor is SessionActor {
  return 'session' in actor
}

export function actorOf(id: string, scope: AccessScope): Actor {
  return { id, ...scopeOf(scope) }
}

export function signedInBySession(account: Account, session: string, mustAddSecondFactor: boolean): SignedIn {
  const actor: SessionActor = { ...actorOf(account.id, account), session }
  return { actor, mustChangePassword: account.mustChangePassword ?? false, mustAddSecondFactor }
}
