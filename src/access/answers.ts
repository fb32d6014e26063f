import type { Actor } from '../platform/actor.js'
import { Forbidden } from '../platform/errors.js'
import type { Answer, Client } from '../platform/http/route.js'
import type { Access } from './access.js'
import { csrfTokenOf } from './sessions/csrf.js'
import { deviceOf } from './sessions/device.js'
import type { Begun } from './sessions/sessions.js'
import type { Browser } from './sign-in/sign-in.js'
import { isBySession, type SessionActor } from './signed-in.js'

/** Nothing that is shown once may be kept by the browser or a proxy. */
export const shownOnce = { 'cache-control': 'no-store' }

/** The actor of a request that came with a session. @throws Forbidden for a machine's token */
export function ofSession(actor: Actor): SessionActor {
  if (!isBySession(actor)) throw new Forbidden('session.own')
  return actor
}

export function browserOf({ address, userAgent }: Client): Browser {
  return { address, device: deviceOf(userAgent) }
}

/** The Set-Cookie of a session that was just begun. */
export function sessionCookie({ cookies, sessionLife }: Access, { token }: Begun): string {
  return cookies.set('', token, Math.floor(sessionLife.whole / 1000))
}

/** Says that somebody is signed in, and with which CSRF token. */
export function begunAnswer(access: Access, begun: Begun, status = 200): Answer {
  return {
    status,
    body: { csrfToken: csrfTokenOf(begun.token), expiresAt: begun.session.expiresAt },
    headers: { ...shownOnce, 'set-cookie': sessionCookie(access, begun) },
  }
}
