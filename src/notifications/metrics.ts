import { Counter, Gauge, type Registry } from 'prom-client'
import { events } from '../platform/records/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { deliveries } from './collection.js'
import { channels, type Delivery } from './model.js'

/** More are not counted at a scrape: that it is so many is what matters. */
const countedUpTo = 1_000

/** What this process measures of notices; labels hold names of channels and parts, never addresses or ids. */
export class NotificationMetrics {
  readonly #items: Counter
  readonly #outcomes: Counter<'channel' | 'outcome'>
  readonly #unknown: Counter
  readonly #retries: Counter<'part'>

  /** Registers itself: one to a registry. */
  constructor(registry: Registry, store: Pick<DocumentStore, 'find'>, streams: () => number) {
    const registers = [registry]
    this.#items = new Counter({
      name: 'duijie_inbox_items_total',
      help: 'Items that this process put into inboxes',
      registers,
    })
    this.#outcomes = new Counter({
      name: 'duijie_deliveries_total',
      help: 'Attempts of this process to deliver, by what came of them',
      labelNames: ['channel', 'outcome'],
      registers,
    })
    this.#unknown = new Counter({
      name: 'duijie_events_unknown_total',
      help: 'Events that nobody is told of, because no topic knows them',
      registers,
    })
    this.#retries = new Counter({
      name: 'duijie_notification_retries_total',
      help: 'Failures of our own after which it was tried again, by part',
      labelNames: ['part'],
      registers,
    })
    new Gauge({
      name: 'duijie_events_waiting',
      help: 'Events that nobody has been told of, up to 1,000',
      registers,
      async collect() {
        const count = await lengthOf(store.find(events, {}, { limit: countedUpTo }))
        if (count !== undefined) this.set(count)
      },
    })
    new Gauge({
      name: 'duijie_deliveries_waiting',
      help: 'Deliveries that wait for an attempt, up to 1,000',
      labelNames: ['channel'],
      registers,
      async collect() {
        for (const channel of channels) {
          const waiting = { channel, state: 'waiting' }
          const count = await lengthOf(store.find(deliveries, waiting, { limit: countedUpTo }))
          if (count !== undefined) this.set({ channel }, count)
        }
      },
    })
    new Gauge({
      name: 'duijie_inbox_streams',
      help: 'Open streams of inboxes',
      registers,
      collect() {
        this.set(streams())
      },
    })
  }

  told(items: number): void {
    this.#items.inc(items)
  }

  attempted({ channel, state }: Delivery): void {
    this.#outcomes.inc({ channel, outcome: state === 'waiting' ? 'failed' : state })
  }

  unknown(): void {
    this.#unknown.inc()
  }

  retrying(part: string): void {
    this.#retries.inc({ part })
  }
}

/** While the store is away the last values stay. */
async function lengthOf(found: Promise<readonly unknown[]>): Promise<number | undefined> {
  return (await found.catch(() => undefined))?.length
}
