import type { Registry } from 'prom-client'
import type { Links } from '../links/index.js'
import { systemActor } from '../platform/actor.js'
import type { Route } from '../platform/http/route.js'
import type { Leases } from '../platform/leases/index.js'
import type { Logger } from '../platform/log.js'
import type { UnitDeps } from '../platform/records/index.js'
import { LeasedLoop } from '../platform/relay/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import type { Accounts } from './audience.js'
import type { Channel } from './channel.js'
import { Deliverer } from './deliverer.js'
import { createDeliveries } from './deliveries.js'
import { deliveryRoutes } from './delivery-routes.js'
import { createInbox } from './inbox.js'
import { linksTo } from './links.js'
import { LiveInboxes } from './live.js'
import { answerLinks } from './mail/answer-links.js'
import { mailChannel } from './mail/mail-channel.js'
import { openMailer } from './mail/mailer.js'
import { NotificationMetrics } from './metrics.js'
import { preferenceRoutes } from './preference-routes.js'
import { createPreferences } from './preferences.js'
import { inboxRoutes } from './routes.js'
import { hasEvents, Teller } from './teller.js'
import { createTexts } from './texts.js'
import { webhookRoutes } from './webhooks/routes.js'
import type { Secrets } from './webhooks/secrets.js'
import { createWebhooks, type Webhooks } from './webhooks/service.js'
import { webhookChannel } from './webhooks/webhook-channel.js'

export interface NotificationsDeps extends UnitDeps {
  readonly leases: Leases
  readonly accounts: Accounts
  readonly regions: Regions
  readonly taxonomy: Taxonomy
  readonly secrets: Secrets
  readonly links: Pick<Links, 'issue'>
  readonly timeZone: string
  readonly log: Logger
  readonly registry: Registry
  readonly settings: NotificationSettings
  /** Milliseconds after which another process goes on when this one dies; default ten seconds. */
  readonly leaseMs?: number
}

/** What an operator decides. */
export interface NotificationSettings {
  /** smtp://… or smtps://…; undefined: no mail is sent. */
  readonly smtpUrl: string | undefined
  /** Address that mails come from. */
  readonly mailFrom: string
  /** Where people reach Duijie; undefined: notices hold no links. */
  readonly publicUrl: string | undefined
  /** Hosts of webhooks that may lie in a private network. */
  readonly trustedHosts: readonly string[]
}

export interface Notifications {
  readonly routes: readonly Route[]
  readonly webhooks: Webhooks
  start(): void
  /** Says that something was committed; returns at once. */
  kick(): void
  /** Resolves when this process has told all events and tried all that is due, unless another process does. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Puts the parts of notifications together: events become inbox items and deliveries, deliveries go out. */
export function createNotifications(deps: NotificationsDeps): Notifications {
  const { store, clock, leases, accounts, regions, timeZone, log, registry, settings } = deps
  const texts = createTexts(deps)
  const linkTo = linksTo(settings.publicUrl)
  const onError = (part: string) => (error: unknown) => {
    metrics.retrying(part)
    log.error({ err: error, part })
  }
  const live = new LiveInboxes({ store, onError: onError('inbox-streams') })
  const metrics = new NotificationMetrics(registry, store, () => live.size)
  const district = regions.all[0]?.code ?? ''
  const rules = { trusted: settings.trustedHosts }
  const webhooks = createWebhooks({ ...deps, rules, district })

  const mailer =
    settings.smtpUrl === undefined
      ? undefined
      : openMailer({ url: settings.smtpUrl, from: settings.mailFrom })
  const posts = webhookChannel({
    ...{ store, clock, texts, secrets: deps.secrets, rules, linkTo },
    disable: (webhook, error) => webhooks.disable(webhook, error, systemActor('notifications')),
  })
  const domain = settings.mailFrom.slice(settings.mailFrom.lastIndexOf('@') + 1)
  const answering = answerLinks({ ...deps, publicUrl: settings.publicUrl })
  const mails =
    mailer && mailChannel({ store, accounts, texts, mailer, domain, linkTo, answerLinks: answering })

  const lasting = deps.leaseMs === undefined ? {} : { leaseMs: deps.leaseMs }
  const loopOf = (channel: Channel): LeasedLoop => {
    const onOutcome = metrics.attempted.bind(metrics)
    const deliverer = new Deliverer({ store, clock, channel, onOutcome })
    return new LeasedLoop({
      name: `deliver:${channel.name}`,
      leases,
      isBusy: () => deliverer.isBusy(),
      step: (lost) => deliverer.step(lost),
      onError: onError(channel.name),
      ...lasting,
    })
  }
  const delivering = [posts, ...(mails ? [mails] : [])].map(loopOf)

  const teller = new Teller({
    ...{ store, clock, timeZone, accounts, district, hasMail: mailer !== undefined },
    chainOf: (region) => regions.chain(region),
    onTold({ items, deliveries }) {
      metrics.told(items.length)
      if (items.length) live.wake()
      if (deliveries.length) for (const loop of delivering) loop.kick()
    },
    onUnknown(name) {
      metrics.unknown()
      log.warn({ event: name }, 'no topic for an event')
    },
  })
  const telling = new LeasedLoop({
    name: 'tell',
    leases,
    isBusy: () => hasEvents(store),
    step: () => teller.step(),
    onError: onError('tell'),
    ...lasting,
  })
  const loops = [telling, ...delivering]

  return {
    webhooks,
    routes: [
      ...inboxRoutes({ inbox: createInbox({ store, clock }), live, texts, clock }),
      ...preferenceRoutes(createPreferences(store)),
      ...webhookRoutes(webhooks, texts),
      ...deliveryRoutes(createDeliveries(deps), texts),
    ],
    start() {
      for (const loop of loops) loop.start()
    },
    kick: () => telling.kick(),
    async settled() {
      await telling.turn()
      await Promise.all(delivering.map((loop) => loop.turn()))
    },
    async stop() {
      await live.stop()
      await Promise.all(loops.map((loop) => loop.stop()))
      mailer?.close()
    },
  }
}
