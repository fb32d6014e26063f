import type { Clock } from '../platform/clock.js'
import { Conflict, NotFound } from '../platform/errors.js'
import { type Event, events } from '../platform/records/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { type Accounts, audienceOf, ownersOf } from './audience.js'
import { deliveries, inbox, preferences, type Telling, telling, theTelling, webhooks } from './collection.js'
import { type Plan, planFor, postsFor } from './plan.js'
import { type Topic, topics } from './topics.js'
import { mostWebhooks } from './webhooks/model.js'

export interface TellerDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly timeZone: string
  readonly accounts: Accounts
  /** The region itself, then those that it lies in. */
  readonly chainOf: (region: string) => readonly string[]
  /** Code of the district whose webhooks hear what its staff hears. */
  readonly district: string
  readonly hasMail: boolean
  /** Told after a commit that inboxes or deliveries have grown. */
  readonly onTold: (plan: Plan) => void
  /** Told of an event that no topic knows; it is dropped. */
  readonly onUnknown: (name: string) => void
  /** Accounts in one transaction; default 200. */
  readonly pageSize?: number
}

/** Whether an event waits to be told. */
export async function hasEvents(store: DocumentStore): Promise<boolean> {
  return (await store.find(events, {}, { limit: 1 })).length > 0
}

/**
 * Turns events into inbox items and deliveries, the oldest first, and removes them in the same transaction. Each
 * transaction also replaces the one document that counts the items, so whatever two processes do at once, one commits:
 * an event is told once, and the numbers of the items grow in the order of commits.
 */
export class Teller {
  constructor(private readonly deps: TellerDeps) {}

  /** Tells one page of readers of one event; false when there is no event. */
  async step(): Promise<boolean> {
    const { store } = this.deps
    const at = await store.get(telling, theTelling)
    const event = await this.#next(at)
    if (!event) return false
    try {
      await this.#tell(event, at)
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error
      // Another process told it, or else it would be tried for ever.
      if ((await store.get(telling, theTelling))?.revision === at?.revision) throw error
    }
    return true
  }

  async #next(at: Telling | undefined): Promise<Event | undefined> {
    const { store } = this.deps
    const begun = at?.begun && (await store.get(events, at.begun.event))
    return begun ?? (await store.find(events, {}, { limit: 1 }))[0]
  }

  async #tell(event: Event, at: Telling | undefined): Promise<void> {
    const { onTold, onUnknown } = this.deps
    const topic = topics.get(event.name)
    if (!topic) onUnknown(event.name)
    const { plan, begun } = topic ? await this.#page(event, topic, at) : { plan: empty, begun: undefined }
    await this.#commit(event, plan, at, begun)
    onTold(plan)
  }

  /** What the next page of readers is told, and where the page after it begins. */
  async #page(event: Event, topic: Topic, at: Telling | undefined): Promise<{ plan: Plan; begun: Begun }> {
    const { store, clock, accounts, chainOf, district, timeZone, hasMail, pageSize = 200 } = this.deps
    const queries = audienceOf(topic, event.facts, chainOf)
    const { query, after } = at?.begun?.event === event.id ? at.begun : { query: 0, after: '' }
    const asked = queries[query]
    const page = { limit: pageSize, ...(after ? { after } : {}) }
    const recipients = asked ? await accounts.accountsFor(asked, page) : []
    const wishes = await store.getMany(
      preferences,
      recipients.map(({ id }) => id),
    )
    const byAccount = new Map(wishes.map((one) => [one.id, one]))
    const people = recipients.map((recipient) => ({ recipient, wishes: byAccount.get(recipient.id) }))
    const now = clock.now()
    const told = planFor(event, topic, people, { now, timeZone, number: at?.number ?? 0, hasMail })
    const isFirst = query === 0 && after === ''
    const posts = isFirst ? postsFor(event, topic, await this.#hooksOf(ownersOf(queries, district)), now) : []
    return {
      plan: { items: told.items, deliveries: [...told.deliveries, ...posts] },
      begun: followingPage(event.id, query, queries.length, recipients, pageSize),
    }
  }

  async #hooksOf(owners: readonly string[]) {
    const { store } = this.deps
    if (!owners.length) return []
    const limit = Math.min(10_000, owners.length * mostWebhooks)
    return store.find(webhooks, { owner: { $in: owners } }, { limit })
  }

  async #commit(event: Event, plan: Plan, at: Telling | undefined, begun: Begun): Promise<void> {
    const { store } = this.deps
    const number = (at?.number ?? 0) + plan.items.length
    const next = { id: theTelling, revision: 1, number, ...(begun && { begun }) }
    await store.transaction(async (tx) => {
      if (at) await tx.replace(telling, next, at.revision)
      else await tx.insert(telling, next)
      if (!begun) await tx.remove(events, event.id, event.revision)
      if (plan.items.length) await tx.insertMany(inbox, plan.items)
      if (plan.deliveries.length) await tx.insertMany(deliveries, plan.deliveries)
    })
  }
}

type Begun = Telling['begun'] | undefined

const empty: Plan = { items: [], deliveries: [] }

function followingPage(
  event: string,
  query: number,
  queries: number,
  recipients: readonly { readonly id: string }[],
  pageSize: number,
): Begun {
  const last = recipients.at(-1)
  if (last && recipients.length === pageSize) return { event, query, after: last.id }
  return query + 1 < queries ? { event, query: query + 1, after: '' } : undefined
}
