import type { IncomingMessage } from 'node:http'
import type { Actor } from '../platform/actor.js'
import { Forbidden, Unauthenticated } from '../platform/errors.js'
import type { Gate } from '../platform/http/gate.js'
import { isPermission, mayDo } from './permissions.js'
import type { Cookies } from './sessions/cookies.js'
import { csrfHeader, isCsrfTokenOf, isForeign, isSafe } from './sessions/csrf.js'
import type { Known, SignedIn } from './signed-in.js'

/** Finds who has a token. */
interface Identifies {
  identify(token: string): Known
}

export interface GateDeps {
  readonly sessions: Identifies
  readonly tokens: Identifies
  readonly cookies: Cookies
  /** Where people reach us, e.g. `https://duijie.example.cn`; undefined: as the request's Host says. */
  readonly origin: string | undefined
}

/** All that works before a first password is changed: to change it, and to sign out. */
const beforeChange = 'session.own'
/** All that works before a second factor that the role asks for is on: that, and to turn it on. */
const beforeSecondFactor: ReadonlySet<string> = new Set([beforeChange, 'sessions.own'])

/**
 * Lets in who has a session (cookie) or a token (Authorization: Bearer) and may do what the route is for. A cookie comes
 * along whoever's page sends a request, so what changes something must show the session's CSRF token too; a program's
 * token does not come by itself.
 */
export function createGate(deps: GateDeps): Gate {
  const { sessions, tokens, cookies } = deps
  return {
    knows: isPermission,
    admit({ request }, permission): Actor | Promise<Actor> {
      const bearer = bearerOf(request)
      if (bearer !== undefined)
        return whenKnown(tokens.identify(bearer), (signedIn) => allowed(signedIn, permission))
      const cookie = cookies.read(request.headers.cookie, '')
      if (cookie === undefined) return allowed(undefined, permission)
      return whenKnown(sessions.identify(cookie), (signedIn) => {
        if (signedIn) assertOwnPage(request, cookie, deps.origin)
        return allowed(signedIn, permission)
      })
    },
  }
}

/** To wait for what is known already would cost a short answer a twentieth of its time. */
function whenKnown(known: Known, admit: (signedIn: SignedIn | undefined) => Actor): Actor | Promise<Actor> {
  return known instanceof Promise ? known.then(admit) : admit(known)
}

function allowed(signedIn: SignedIn | undefined, permission: string): Actor {
  if (!signedIn) throw new Unauthenticated('signIn.needed')
  const { actor, permissions, mustChangePassword, mustAddSecondFactor } = signedIn
  if (mustChangePassword && permission !== beforeChange) throw new Unauthenticated('password.change')
  if (mustAddSecondFactor && !beforeSecondFactor.has(permission))
    throw new Unauthenticated('secondFactor.needed')
  const isHeld =
    isPermission(permission) && mayDo(actor, permission) && (permissions?.has(permission) ?? true)
  if (!isHeld) throw new Forbidden(permission)
  return actor
}

function assertOwnPage(request: IncomingMessage, cookie: string, origin: string | undefined): void {
  const { method = '', headers } = request
  if (isSafe(method)) return
  const own = origin === undefined ? [`http://${headers.host}`, `https://${headers.host}`] : [origin]
  const site = textOf(headers['sec-fetch-site'])
  const foreign = isForeign(site, headers.origin, own)
  if (foreign || !isCsrfTokenOf(cookie, textOf(headers[csrfHeader])))
    throw new Unauthenticated('csrf.missing')
}

function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]
}

function textOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined
}
