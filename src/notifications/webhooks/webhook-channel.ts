import type { Clock } from '../../platform/clock.js'
import { Conflict, NotFound, Unreadable } from '../../platform/errors.js'
import type { DocumentStore } from '../../platform/store/index.js'
import { type Channel, failed, type Outcome } from '../channel.js'
import { webhooks } from '../collection.js'
import type { Delivery } from '../model.js'
import type { Texts } from '../texts.js'
import type { DestinationRules } from './destination.js'
import type { Webhook } from './model.js'
import { payload } from './payloads.js'
import { type Posted, post, type Reply } from './post.js'
import { openSecret, openUrl, type Secrets } from './secrets.js'
import { dingtalkUrl, signedHeaders } from './signature.js'

export interface WebhookChannelDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly texts: Texts
  readonly secrets: Secrets
  readonly rules: DestinationRules
  readonly linkTo: (delivery: Delivery) => string | undefined
  /** Told of a webhook that failed for so long that it should be posted to no more. */
  readonly disable: (webhook: Webhook, error: string) => Promise<void>
  readonly timeoutMs?: number
}

/** Webhooks: one post for each notice, in order; tried for some two hours. */
export function webhookChannel(deps: WebhookChannelDeps): Channel {
  const { store, clock, rules, disable, timeoutMs } = deps

  async function send([delivery]: readonly Delivery[], signal: AbortSignal): Promise<Outcome> {
    const webhook = delivery && (await store.get(webhooks, delivery.target))
    if (!delivery || !webhook) return failed('webhook.gone', true)
    if (webhook.state === 'disabled') return failed('webhook.disabled', true)
    const limits = { ...rules, signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) }
    const posted = readable(() => postOf(webhook, delivery, deps))
    // The operator can bring the key back.
    if (!posted) return failed('key.unknown')
    const reply = await post(posted, limits)
    return 'status' in reply ? outcomeOf(reply, webhook) : reply
  }

  /** Written when it begins to fail and when it works again, not at each attempt. */
  async function mark(webhook: Webhook, isFailing: boolean): Promise<void> {
    if (isFailing === (webhook.failingSince !== undefined)) return
    const { failingSince: _, ...rest } = webhook
    const next = isFailing ? { ...rest, failingSince: clock.now().toISOString() } : rest
    try {
      await store.replace(webhooks, next, webhook.revision)
    } catch (error) {
      // Somebody changes it just now; the next delivery marks it.
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error
    }
  }

  return {
    name: 'webhook',
    mostAttempts: 10,
    isOrdered: true,
    bundle: (due) => due.map((one) => [one]),
    send,
    async afterwards([delivery], outcome) {
      const webhook = delivery && (await store.get(webhooks, delivery.target))
      if (!webhook || webhook.state === 'disabled') return
      await mark(webhook, !outcome.ok)
      const isHopeless = webhook.failingSince !== undefined && delivery.state === 'given-up'
      if (!outcome.ok && isHopeless) await disable(webhook, outcome.error)
    },
  }
}

function postOf(
  webhook: Webhook,
  delivery: Delivery,
  { clock, texts, secrets, linkTo }: WebhookChannelDeps,
): Posted {
  const { style, language } = webhook
  const body = payload(style, { delivery, texts, language, link: linkTo(delivery) })
  const url = openUrl(webhook, secrets)
  const secret = openSecret(webhook, secrets)
  const now = clock.now().getTime()
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  if (style === 'dingtalk' && secret) return { url: dingtalkUrl(url, secret, now), headers, body }
  if (style !== 'duijie' || !secret) return { url, headers, body }
  const own = { 'duijie-delivery': delivery.id, 'duijie-topic': delivery.topic }
  return {
    url,
    headers: { ...headers, ...own, ...signedHeaders(secret, body, Math.floor(now / 1_000)) },
    body,
  }
}

/** What needs a key that may be missing; undefined without it. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

function outcomeOf({ status, text }: Reply, { style }: Webhook): Outcome {
  if (status < 200 || status > 299) return failed(`http.${status}`)
  return style === 'duijie' ? { ok: true } : robotOutcome(text)
}

/** Robots answer 200 to everything and say in `errcode` what became of it. */
function robotOutcome(text: string): Outcome {
  try {
    const { errcode } = JSON.parse(text) as { readonly errcode?: unknown }
    if (errcode === 0) return { ok: true }
    return failed(typeof errcode === 'number' ? `robot.${errcode}` : 'robot.answer')
  } catch {
    return failed('robot.answer')
  }
}
