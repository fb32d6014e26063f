import type { Stored } from '../../platform/store/index.js'

/** How somebody signed in: with a password here, or through the district's own system. */
export type SignInWay = 'password' | 'openid'

export interface Session extends Stored {
  readonly account: string
  /** Of the secret in the cookie. */
  readonly hash: string
  readonly way: SignInWay
  /** What the district's own system said of the sign-in, encrypted: with it that system is asked to sign out too. */
  readonly idToken?: string
  /** e.g. `Chrome, Windows`. */
  readonly device: string
  readonly startedAt: string
  /** Within five minutes. */
  readonly lastSeenAt: string
  /** ISO instant at which it ends, however much it is used. */
  readonly expiresAt: string
}

/** How long a session lasts; milliseconds. */
export interface SessionLife {
  /** Without a request. */
  readonly idle: number
  /** In all. */
  readonly whole: number
}

/** Not at every request: that would be a write for each. Milliseconds. */
const seenEvery = 5 * 60_000

export function isAlive(session: Session, now: number, { idle }: SessionLife): boolean {
  return Date.parse(session.expiresAt) > now && Date.parse(session.lastSeenAt) + idle > now
}

/** Whether it is time to write down that the session was used. */
export function isSeenAnew({ lastSeenAt }: Session, now: number): boolean {
  return now - Date.parse(lastSeenAt) >= seenEvery
}
