import type { Actor } from '../../platform/actor.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/errors.js'
import { type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import type { FindOptions } from '../../platform/store/index.js'
import { deliveries, webhookKind, webhooks } from '../collection.js'
import { replayDelivery } from '../deliveries.js'
import type { Delivery } from '../model.js'
import { badDestination, type DestinationRules } from './destination.js'
import { mostWebhooks, type Webhook, type WebhookChoice, type WebhookStyle } from './model.js'
import { type Secrets, sealSecret, sealUrl } from './secrets.js'
import { newSecret } from './signature.js'

/** As a person enters one. */
export interface WebhookDraft extends WebhookChoice {
  readonly url: string
  readonly style: WebhookStyle
  /** Only DingTalk's, which its robot has made; ours is made here. */
  readonly secret?: string
}

export interface WebhooksDeps extends UnitDeps {
  readonly secrets: Secrets
  readonly rules: DestinationRules
  /** Code of the district whose notices its staff and administrators route. */
  readonly district: string
}

/** The use cases around webhooks; those of another owner are not there. */
export interface Webhooks {
  /** `secret` is shown this once. @throws Invalid for an address that may not be posted to; Conflict beyond twenty */
  create(draft: WebhookDraft, actor: Actor): Promise<{ webhook: Webhook; secret?: string }>
  list(options: FindOptions, actor: Actor): Promise<Webhook[]>
  /** @throws NotFound */
  get(id: string, actor: Actor): Promise<Webhook>
  /** Changes what it is told of, and sets a disabled one to work again. @throws NotFound, Conflict `revision.stale` */
  amend(id: string, revision: number, choice: WebhookChoice, actor: Actor): Promise<Webhook>
  remove(id: string, revision: number, actor: Actor): Promise<void>
  deliveries(id: string, options: FindOptions, actor: Actor): Promise<Delivery[]>
  /** Sends a delivery once more, whatever became of it. @throws NotFound; Conflict while it waits anyway */
  replay(id: string, delivery: string, actor: Actor): Promise<Delivery>
  /** Stops posting to one that failed for too long, and says so to its owner. */
  disable(webhook: Webhook, error: string, actor: Actor): Promise<void>
}

export function createWebhooks(deps: WebhooksDeps): Webhooks {
  const { store, ids, secrets, rules, district } = deps
  const ownerOf = (actor: Actor): string => {
    const owner = actor.role === 'org-manager' ? actor.organization : district
    if (owner === undefined) throw new Forbidden('webhooks')
    return owner
  }
  const own = async (id: string, actor: Actor): Promise<Webhook> => {
    const webhook = await store.get(webhooks, id)
    if (webhook?.owner !== ownerOf(actor)) throw new NotFound('webhook', id)
    return webhook
  }

  return {
    async create({ url, style, secret: given, groups, language }, actor) {
      const owner = ownerOf(actor)
      const wrong = badDestination(url, rules)
      if (wrong) throw new Invalid([{ field: 'url', code: wrong }])
      const id = ids.next(webhookKind.prefix)
      const secret = style === 'duijie' ? newSecret() : given
      const fields = {
        owner,
        url: sealUrl(url, id, secrets),
        host: new URL(url).host,
        style,
        groups,
        language,
        state: 'active' as const,
        ...(secret === undefined ? {} : { secret: sealSecret(secret, id, secrets) }),
      }
      const [webhook] = await unitOfWork(deps, actor, async (unit) => {
        if ((await unit.tx.count(webhooks, { owner })) >= mostWebhooks)
          throw new Conflict('state.refused', `webhooks: ${mostWebhooks}`)
        return unit.createMany(webhookKind, [{ id, fields }])
      })
      return { webhook: webhook as Webhook, ...(style === 'duijie' && secret ? { secret } : {}) }
    },
    list: (options, actor) => store.find(webhooks, { owner: ownerOf(actor) }, options),
    get: own,
    async amend(id, revision, { groups, language }, actor) {
      await own(id, actor)
      const change = ({ failingSince: _, error: __, ...before }: Webhook): Webhook => ({
        ...before,
        groups,
        language,
        state: 'active',
      })
      return unitOfWork(deps, actor, (unit) => unit.amend(webhookKind, { id, revision, change }))
    },
    async remove(id, revision, actor) {
      await own(id, actor)
      await unitOfWork(deps, actor, (unit) => unit.remove(webhookKind, id, revision))
    },
    async deliveries(id, options, actor) {
      await own(id, actor)
      return store.find(deliveries, { target: id }, options)
    },
    async replay(id, delivery, actor) {
      await own(id, actor)
      return replayDelivery(deps, delivery, (one) => one.target === id, actor)
    },
    async disable({ id, owner }, error, actor) {
      const change = (before: Webhook): Webhook => ({ ...before, state: 'disabled', error })
      await unitOfWork(deps, actor, async (unit) => {
        await unit.amend(webhookKind, { id, revision: undefined, change }, { action: 'disable' })
        const whose = owner === district ? { level: 'district' } : { organizationId: owner }
        const facts = { ...whose, reason: error.toLowerCase() }
        unit.announce({ name: 'webhook.disabled', kind: 'webhook', subject: id, facts })
      })
    },
  }
}
