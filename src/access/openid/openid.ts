import { setTimeout as pause } from 'node:timers/promises'
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { type Actor, visitor } from '../../platform/actor.js'
import { NotFound, Unauthenticated, Unavailable } from '../../platform/errors.js'
import { type Unit, type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import type { Accounts } from '../accounts/accounts.js'
import { accountKind, accountsCollection } from '../accounts/collection.js'
import type { Account } from '../accounts/model.js'
import { accountFields, type Invitations } from '../invitations/invitations.js'
import type { SecretBox } from '../second-factor/second-factor.js'
import { equal, hashOf } from '../secrets.js'
import { type Begun, noteRefused, type Sessions } from '../sessions/sessions.js'
import { actorOf } from '../signed-in.js'
import { openidFlows, openidIdentities } from './collection.js'

/** Milliseconds that signing out waits for an issuer whose settings are not known yet. */
const longestWaitAtEnd = 1_000

export interface OpenidSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  /** Where the issuer sends people back to. */
  readonly redirectUri: string
  /** Where it sends them when they have signed out there. */
  readonly afterSignOut: string
}

export interface OpenidDeps extends UnitDeps {
  readonly settings: OpenidSettings
  readonly keys: SecretBox
  readonly accounts: Accounts
  readonly invitations: Invitations
  readonly sessions: Sessions
}

/** Who signed in there, and the token that says so. */
interface Person {
  readonly issuer: string
  readonly subject: string
  readonly idToken: string
}

/** Minutes that somebody may take to sign in there. */
export const flowMinutes = 10

/**
 * Signing in through the district's own system: OpenID Connect, authorization code with PKCE, state and nonce. A person
 * is known by issuer and subject alone, which an invitation or an administrator ties to an account; no account is made
 * for whoever comes along, and no e-mail address is believed. A second factor is that system's matter.
 */
export class Openid {
  #configuration: Promise<Configuration> | undefined

  constructor(private readonly deps: OpenidDeps) {}

  /**
   * Where to send a browser, and the state that its cookie must hold when it comes back.
   * @param invitation token of one that is to be accepted so
   * @throws NotFound for an invitation that is no good; Unavailable when the issuer is away
   */
  async start(invitation?: string): Promise<{ readonly url: string; readonly state: string }> {
    const { store, clock, keys, settings, invitations } = this.deps
    if (invitation !== undefined) await invitations.look(invitation)
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
    const configuration = await this.configuration()
    const id = hashOf(state)
    await store.insert(openidFlows, {
      id,
      revision: 1,
      nonce,
      verifier,
      ...(invitation === undefined ? {} : { invitation: keys.encrypt(invitation, placeOf(id)) }),
      expiresAt: new Date(clock.now().getTime() + flowMinutes * 60_000).toISOString(),
    })
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: settings.redirectUri,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return { url: url.href, state }
  }

  /**
   * Signs in whoever the issuer sends back.
   * @param query of the address that the browser was sent to
   * @param cookie the state that this browser began with
   * @throws Unauthenticated `signIn.failed` for a person without an account, and whenever something does not fit
   */
  async finish(
    query: Readonly<Record<string, string>>,
    cookie: string | undefined,
    device: string,
  ): Promise<Begun> {
    const state = query.state ?? ''
    if (cookie === undefined || !equal(cookie, state)) throw new Unauthenticated('signIn.failed')
    const { nonce, verifier, invitation, id } = await this.taken(state)
    const person = await this.personOf(query, { state, nonce, verifier })
    const { issuer, subject, idToken } = person
    if (invitation === undefined) return this.signIn(person, device)
    const token = this.deps.keys.decrypt(invitation, placeOf(id))
    try {
      return await this.deps.invitations.become(
        token,
        async (unit, invited) => {
          const account = await this.deps.accounts.createIn(unit, accountFields(invited))
          await this.tieIn(unit, account.id, issuer, subject)
          return account
        },
        (unit, account) => this.deps.sessions.begin(unit, account, 'openid', device, idToken),
      )
    } catch (error) {
      if (error instanceof NotFound) throw new Unauthenticated('signIn.failed')
      throw error
    }
  }

  /**
   * Where to send a browser so that it signs out there as well (OpenID Connect RP-Initiated Logout 1.0); undefined where the
   * issuer offers none, or does not answer soon: signing out here does not wait for it.
   * @param idToken that the session was begun with
   */
  async signOutAt(idToken: string): Promise<string | undefined> {
    const configuration = await Promise.race([
      this.configuration().catch(() => undefined),
      pause(longestWaitAtEnd, undefined, { ref: false }),
    ])
    if (!configuration?.serverMetadata().end_session_endpoint) return undefined
    return buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: this.deps.settings.afterSignOut,
    }).href
  }

  /**
   * Ties a person of the issuer to an account that the actor may change.
   * @throws NotFound; Conflict `key.taken` for a subject that has an account
   */
  async tie(account: string, subject: string, actor: Actor): Promise<void> {
    await this.deps.accounts.get(account, actor)
    await unitOfWork(this.deps, actor, (unit) =>
      this.tieIn(unit, account, this.deps.settings.issuer, subject),
    )
  }

  private async tieIn(unit: Unit, account: string, issuer: string, subject: string): Promise<void> {
    await unit.tx.insert(openidIdentities, {
      id: identityId(issuer, subject),
      revision: 1,
      issuer,
      subject,
      account,
    })
    unit.note(accountKind, { action: 'tie-openid' }, account)
  }

  private async signIn({ issuer, subject, idToken }: Person, device: string): Promise<Begun> {
    const identity = await this.deps.store.get(openidIdentities, identityId(issuer, subject))
    const account = identity && (await this.deps.store.get(accountsCollection, identity.account))
    if (account?.state !== 'active') return this.refuse(account)
    return unitOfWork(this.deps, actorOf(account.id, account), async (unit) => {
      const ready = await this.withoutFirstPassword(unit, account)
      return this.deps.sessions.begin(unit, ready, 'openid', device, idToken)
    })
  }

  private async refuse(account: Account | undefined): Promise<never> {
    await unitOfWork(this.deps, visitor, async (unit) => noteRefused(unit, account))
    throw new Unauthenticated('signIn.failed')
  }

  /** Who signs in there need not change a password here. */
  private async withoutFirstPassword(unit: Unit, account: Account): Promise<Account> {
    if (!account.mustChangePassword) return account
    const change = ({ mustChangePassword: _, ...rest }: Account) => rest
    return unit.amend(accountKind, { id: account.id, revision: account.revision, change })
  }

  /** The flow of this state, which is over by that. */
  private async taken(state: string) {
    const { store, clock } = this.deps
    return store.transaction(async (tx) => {
      const flow = await tx.get(openidFlows, hashOf(state))
      if (!flow || flow.expiresAt <= clock.now().toISOString()) throw new Unauthenticated('signIn.failed')
      await tx.remove(openidFlows, flow.id, flow.revision)
      return flow
    })
  }

  private async personOf(
    query: Readonly<Record<string, string>>,
    { state, nonce, verifier }: { state: string; nonce: string; verifier: string },
  ): Promise<Person> {
    const here = new URL(this.deps.settings.redirectUri)
    here.search = new URLSearchParams(query).toString()
    const configuration = await this.configuration()
    try {
      const tokens = await authorizationCodeGrant(configuration, here, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      const { id_token: idToken } = tokens
      if (claims && idToken !== undefined) return { issuer: claims.iss, subject: claims.sub, idToken }
    } catch (error) {
      const isRefusal =
        error instanceof AuthorizationResponseError ||
        error instanceof ResponseBodyError ||
        error instanceof ClientError
      if (!isRefusal) throw new Unavailable('openid', { cause: error })
    }
    throw new Unauthenticated('signIn.failed')
  }

  /** What the issuer says of itself, asked at the first sign-in, so that the start does not wait for it. */
  private configuration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.deps.settings
    const insecure = issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {}
    this.#configuration ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      ...insecure,
      timeout: 10,
    })
    return this.#configuration.catch((error: unknown) => {
      this.#configuration = undefined
      throw new Unavailable('openid', { cause: error })
    })
  }
}

function identityId(issuer: string, subject: string): string {
  return hashOf(JSON.stringify([issuer, subject]))
}

function placeOf(flow: string) {
  return { record: flow, field: 'invitation' }
}
