import type { Gate } from '../platform/http/gate.js'
import type { UnitDeps } from '../platform/records/index.js'
import type { Regions } from '../regions/index.js'
import { createGate } from './gate.js'
import { Recent } from './recent.js'
import { Cookies } from './sessions/cookies.js'
import type { SessionLife } from './sessions/model.js'
import { Sessions } from './sessions/sessions.js'
import type { SignedIn } from './signed-in.js'
import { Tokens } from './tokens/tokens.js'

export interface AccessDeps extends UnitDeps {
  readonly regions: Regions
  /** Where people reach us, e.g. `https://duijie.example.cn`; undefined: wherever they do, without HTTPS. */
  readonly publicUrl: string | undefined
  readonly sessionLife: SessionLife
}

/** People, machines and how they get in. */
export interface Access {
  readonly gate: Gate
  readonly sessions: Sessions
  readonly tokens: Tokens
}

export function createAccess(deps: AccessDeps): Access {
  const { publicUrl } = deps
  const shared = { ...deps, recent: new Recent<SignedIn>(deps.clock) }
  const sessions = new Sessions({ ...shared, life: deps.sessionLife })
  const tokens = new Tokens(shared)
  const origin = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  const cookies = new Cookies(origin?.startsWith('https:') ?? false)
  return { sessions, tokens, gate: createGate({ sessions, tokens, cookies, origin }) }
}
