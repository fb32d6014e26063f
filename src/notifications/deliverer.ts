import type { Clock } from '../platform/clock.js'
import { Conflict, NotFound } from '../platform/errors.js'
import { inParallel } from '../platform/parallel.js'
import { backoff } from '../platform/relay/backoff.js'
import type { DocumentStore } from '../platform/store/index.js'
import { type Channel, grouped, type Outcome } from './channel.js'
import { deliveries } from './collection.js'
import { type Delivery, daysLater, deliveryDays } from './model.js'

export interface DelivererDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly channel: Channel
  /** Told of each delivery that an attempt was made for. */
  readonly onOutcome: (delivery: Delivery) => void
  /** Only tests give their own. */
  readonly random?: () => number
}

const takenAtOnce = 100
const targetsAtOnce = 8
/** Half a minute to an hour: another's server, that may be away for a night. */
const pauses = { shortest: 30_000, longest: 3_600_000 }

/**
 * Sends what is due, several targets at a time, each in order. What was sent and not written down because the process
 * died is sent again: at least once. One failure postpones all that is due for that target, so that a target which
 * answers nobody is asked once in a while and holds up no other.
 */
export class Deliverer {
  constructor(private readonly deps: DelivererDeps) {}

  async isBusy(): Promise<boolean> {
    return (await this.#due(1)).length > 0
  }

  /** One batch; false when nothing is due. */
  async step(signal: AbortSignal): Promise<boolean> {
    const due = await this.#due(takenAtOnce)
    const targets = grouped(due, ({ target }) => target)
    await inParallel(targets, targetsAtOnce, (own) => this.#sendAll(own, signal))
    return due.length > 0
  }

  #due(limit: number): Promise<Delivery[]> {
    const { store, clock, channel } = this.deps
    const due = { $lte: clock.now().toISOString() }
    return store.find(
      deliveries,
      { channel: channel.name, state: 'waiting', due },
      { sort: { field: 'due', direction: 'asc' }, limit },
    )
  }

  async #sendAll(own: readonly Delivery[], signal: AbortSignal): Promise<void> {
    const { channel } = this.deps
    const heldUntil = channel.isOrdered && (await this.#heldUntil(own[0]?.target ?? ''))
    if (heldUntil) {
      await this.#write(own.map((one) => ({ ...one, due: heldUntil })))
      return
    }
    let rest = own
    for (const bundle of channel.bundle(own)) {
      if (signal.aborted) return
      const outcome = await channel.send(bundle, signal)
      // Cut off by our own stop: nothing is known, so nothing is counted.
      if (signal.aborted && !outcome.ok) return
      const after = this.#after(bundle, outcome)
      rest = rest.filter((one) => !bundle.includes(one))
      const mustWait = !outcome.ok && !outcome.isFinal
      const postponed = mustWait ? rest.map((one) => ({ ...one, ...dueOf(after) })) : []
      await this.#write([...after, ...postponed])
      for (const one of after) this.deps.onOutcome(one)
      await channel.afterwards?.(after, outcome)
      if (mustWait) return
    }
  }

  /** When the oldest delivery that waits for this target is due, if that is later than now. */
  async #heldUntil(target: string): Promise<string | undefined> {
    const { store, clock } = this.deps
    const oldestFirst = { field: 'at', direction: 'asc' } as const
    const waiting = { target, state: 'waiting' }
    const [oldest] = await store.find(deliveries, waiting, { sort: oldestFirst, limit: 1 })
    return oldest?.due !== undefined && oldest.due > clock.now().toISOString() ? oldest.due : undefined
  }

  #after(bundle: readonly Delivery[], outcome: Outcome): Delivery[] {
    const { clock, channel, random = Math.random } = this.deps
    const now = clock.now()
    const pause = backoff((bundle[0]?.attempts ?? 0) + 1, random(), pauses)
    return bundle.map(({ due: _, error: __, ...delivery }): Delivery => {
      const expiresAt = daysLater(now, deliveryDays)
      if (outcome.ok) return { ...delivery, state: 'delivered', expiresAt }
      const attempts = delivery.attempts + 1
      const { error, isFinal } = outcome
      if (isFinal || attempts >= channel.mostAttempts) {
        return { ...delivery, state: 'given-up', attempts, error, expiresAt }
      }
      return { ...delivery, attempts, error, due: new Date(now.getTime() + pause).toISOString() }
    })
  }

  /** What somebody else has changed or removed meanwhile stays as it is now. */
  async #write(changed: readonly Delivery[]): Promise<void> {
    const { store } = this.deps
    try {
      await store.transaction(async (tx) => {
        for (const one of changed) await tx.replace(deliveries, one, one.revision)
      })
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error
    }
  }
}

function dueOf([first]: readonly Delivery[]): Pick<Delivery, 'due'> {
  return first?.due === undefined ? {} : { due: first.due }
}
