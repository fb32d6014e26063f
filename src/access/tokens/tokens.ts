import type { Actor } from '../../platform/actor.js'
import { Conflict, Invalid, NotFound } from '../../platform/errors.js'
import { dayOf, type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import type { FindOptions } from '../../platform/store/index.js'
import type { Regions } from '../../regions/index.js'
import { accountsCollection } from '../accounts/collection.js'
import { couldStillMake, scopeOf } from '../accounts/model.js'
import type { Recent } from '../recent.js'
import { hashOf, isSecretOf, issueToken, readToken } from '../secrets.js'
import { actorOf, isBySession, type Known, type SignedIn } from '../signed-in.js'
import { tokenKind, tokensCollection } from './collection.js'
import { type ApiToken, type TokenDraft, tokenErrors, tokenPrefix } from './model.js'

export interface TokensDeps extends UnitDeps {
  readonly recent: Recent<SignedIn>
  readonly regions: Regions
}

/** API tokens for machines. */
export class Tokens {
  constructor(private readonly deps: TokensDeps) {}

  /**
   * Makes one; its text is in this answer and nowhere else.
   * @throws Invalid for a scope or permissions above the maker's, or a life of more than a year
   */
  async make(draft: TokenDraft, maker: Actor): Promise<{ readonly token: string; readonly made: ApiToken }> {
    const errors = tokenErrors(draft, maker, this.deps.clock.now(), this.deps.regions)
    if (errors.length) throw new Invalid(errors)
    const id = this.deps.ids.next(tokenKind.prefix)
    const { token, hash } = issueToken(tokenPrefix, id)
    const { label, permissions, expiresAt } = draft
    const account = isBySession(maker) ? { account: maker.id } : {}
    const fields = { ...scopeOf(draft), ...account, label, permissions, expiresAt, hash }
    const [made] = await unitOfWork(this.deps, maker, (unit) => unit.createMany(tokenKind, [{ id, fields }]))
    return { token, made: made as ApiToken }
  }

  /** Which machine has this token; undefined when none has, or no longer. */
  identify(token: string): Known {
    const read = readToken(tokenPrefix, token)
    if (!read) return undefined
    return this.deps.recent.get(hashOf(token), () => this.look(read.id, read.secret))
  }

  /** Newest first: an administrator's view of all, anybody else's of their own. */
  list(actor: Actor, options: FindOptions): Promise<ApiToken[]> {
    const mine = actor.role === 'admin' || actor.role === 'system' ? {} : { account: actor.id }
    return this.deps.store.find(tokensCollection, mine, options)
  }

  /** @throws NotFound also for somebody else's */
  async revoke(id: string, actor: Actor): Promise<void> {
    await unitOfWork(this.deps, actor, async (unit) => {
      const token = await unit.tx.get(tokensCollection, id)
      const isTheirs = actor.role === 'admin' || actor.role === 'system' || token?.account === actor.id
      if (!token || !isTheirs) throw new NotFound('token', id)
      await unit.remove(tokenKind, id, token.revision, { action: 'revoke' })
    })
    this.deps.recent.clear()
  }

  private async look(id: string, secret: string): Promise<SignedIn | undefined> {
    const { store, clock } = this.deps
    const token = await store.get(tokensCollection, id)
    const now = clock.now().toISOString()
    if (!token || !isSecretOf(token.hash, secret) || token.expiresAt <= now) return undefined
    if (!(await this.isStillRight(token))) return undefined
    if (token.lastUsedOn !== dayOf(now)) await this.use(token, dayOf(now))
    return { actor: actorOf(id, token), permissions: new Set(token.permissions) }
  }

  private async isStillRight(token: ApiToken): Promise<boolean> {
    if (token.account === undefined) return true
    const maker = await this.deps.store.get(accountsCollection, token.account)
    return couldStillMake(maker, token, this.deps.regions)
  }

  private async use(token: ApiToken, lastUsedOn: string): Promise<void> {
    try {
      await this.deps.store.replace(tokensCollection, { ...token, lastUsedOn }, token.revision)
    } catch (error) {
      // Another request of the day was faster, or the token was revoked just now, which the next request hears of.
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error
    }
  }
}
