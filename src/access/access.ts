import type { Clock } from '../platform/clock.js'
import type { Gate } from '../platform/http/gate.js'
import type { UnitDeps } from '../platform/records/index.js'
import type { Regions } from '../regions/index.js'
import { Accounts } from './accounts/accounts.js'
import type { AccountRole } from './accounts/model.js'
import { Claims } from './claims/claims.js'
import { createGate } from './gate.js'
import { Invitations } from './invitations/invitations.js'
import { Openid, type OpenidSettings } from './openid/openid.js'
import type { Organizations } from './organizations.js'
import { type HashCost, PasswordHashes } from './passwords/hash.js'
import { Passwords } from './passwords/passwords.js'
import { Recent } from './recent.js'
import { SecondFactor, type SecretBox } from './second-factor/second-factor.js'
import { Cookies } from './sessions/cookies.js'
import type { SessionLife } from './sessions/model.js'
import { Sessions } from './sessions/sessions.js'
import { SignIn } from './sign-in/sign-in.js'
import type { SignedIn } from './signed-in.js'
import { Throttle } from './throttle/throttle.js'
import { Tokens } from './tokens/tokens.js'

export interface AccessDeps extends UnitDeps {
  readonly regions: Regions
  readonly organizations: Organizations
  readonly keys: SecretBox
  /** Passwords that people try first, in lower case. */
  readonly commonPasswords: ReadonlySet<string>
  /** Default: what OWASP asks for. */
  readonly hashCost?: HashCost
  /** Where people reach us, e.g. `https://duijie.example.cn`; undefined: wherever they do, without HTTPS. */
  readonly publicUrl: string | undefined
  readonly sessionLife: SessionLife
  /** Roles that need a second factor where they sign in with a password. */
  readonly secondFactorRoles: readonly AccountRole[]
  /** The district's own sign-in, where there is one. */
  readonly openid: OpenidClient | undefined
}

/** Us, as the district's own sign-in knows us. */
type OpenidClient = Omit<OpenidSettings, 'redirectUri' | 'afterSignOut'>

/** People, machines and how they get in. */
export interface Access {
  readonly gate: Gate
  readonly clock: Clock
  readonly cookies: Cookies
  readonly sessionLife: SessionLife
  /** Where links in invitations lead; undefined: not known. */
  readonly origin: string | undefined
  readonly accounts: Accounts
  readonly claims: Claims
  readonly invitations: Invitations
  readonly openid: Openid | undefined
  readonly passwords: Passwords
  readonly secondFactor: SecondFactor
  readonly sessions: Sessions
  readonly signIn: SignIn
  readonly tokens: Tokens
}

/** @throws RangeError when OpenID is wanted and nobody says where people come back to */
export function createAccess(deps: AccessDeps): Access {
  const { publicUrl, sessionLife } = deps
  const origin = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  const cookies = new Cookies(origin?.startsWith('https:') ?? false)
  const recent = new Recent<SignedIn>(deps.clock)
  const hashes = new PasswordHashes(deps.hashCost)
  const throttle = new Throttle(deps)
  const secondFactorRoles = new Set(deps.secondFactorRoles)
  const sessions = new Sessions({ ...deps, recent, life: sessionLife, secondFactorRoles })
  const tokens = new Tokens({ ...deps, recent })
  const shared = { ...deps, recent, hashes, throttle, sessions }
  const passwords = new Passwords({ ...shared, common: deps.commonPasswords })
  const secondFactor = new SecondFactor({ ...shared, passwords })
  const accounts = new Accounts({ ...shared, passwords, secondFactor })
  const invitations = new Invitations({ ...shared, passwords, accounts })
  return {
    gate: createGate({ sessions, tokens, cookies, origin }),
    clock: deps.clock,
    cookies,
    sessionLife,
    origin,
    accounts,
    claims: new Claims({ ...shared, invitations }),
    invitations,
    openid:
      deps.openid &&
      new Openid({ ...shared, accounts, invitations, settings: settingsOf(deps.openid, origin) }),
    passwords,
    secondFactor,
    sessions,
    signIn: new SignIn({ ...shared, secondFactor }),
    tokens,
  }
}

function settingsOf(openid: OpenidClient, origin: string | undefined): OpenidSettings {
  if (origin === undefined) throw new RangeError('OIDC_ISSUER needs DUIJIE_PUBLIC_URL')
  return { ...openid, redirectUri: `${origin}/api/v1/oidc/callback`, afterSignOut: `${origin}/sign-in` }
}
