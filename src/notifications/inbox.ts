import type { Actor } from '../platform/actor.js'
import type { Clock } from '../platform/clock.js'
import { Conflict, NotFound } from '../platform/errors.js'
import type { DocumentStore, FindOptions } from '../platform/store/index.js'
import { inbox } from './collection.js'
import { firstUnread, type InboxItem, placeOf } from './model.js'

export interface InboxDeps {
  readonly store: DocumentStore
  readonly clock: Clock
}

/** The use cases around somebody's own inbox; that of anybody else is not there. */
export interface Inbox {
  list(filters: { readonly unread?: boolean }, options: FindOptions, actor: Actor): Promise<InboxItem[]>
  countUnread(actor: Actor): Promise<number>
  /** Done again it changes nothing. @throws NotFound */
  markRead(id: string, actor: Actor): Promise<InboxItem>
  /** @param until id of the newest item that was seen; what came later stays unread. @returns how many it marked */
  markAllRead(until: string | undefined, actor: Actor): Promise<number>
}

const markedAtOnce = 200
/** An item is written by its reader only, who may click twice or in two windows. */
const mostRefused = 5

export function createInbox({ store, clock }: InboxDeps): Inbox {
  const read = (item: InboxItem): InboxItem => ({
    ...item,
    place: placeOf(item.id, true),
    readAt: clock.now().toISOString(),
  })

  async function markSome(account: string, until: string | undefined): Promise<number> {
    const place = { $gte: firstUnread, ...(until === undefined ? {} : { $lte: placeOf(until, false) }) }
    return store.transaction(async (tx) => {
      const some = await tx.find(inbox, { account, place }, { limit: markedAtOnce })
      for (const item of some) await tx.replace(inbox, read(item), item.revision)
      return some.length
    })
  }

  return {
    list: ({ unread }, options, { id: account }) =>
      store.find(inbox, unread ? { account, place: { $gte: firstUnread } } : { account }, options),
    countUnread: ({ id: account }) => store.count(inbox, { account, place: { $gte: firstUnread } }),
    markRead: (id, { id: account }) =>
      again(async () => {
        const item = await store.get(inbox, id)
        if (item?.account !== account) throw new NotFound('inbox-item', id)
        return item.readAt === undefined ? store.replace(inbox, read(item), item.revision) : item
      }),
    async markAllRead(until, { id: account }) {
      let marked = 0
      for (;;) {
        const some = await again(() => markSome(account, until))
        marked += some
        if (some < markedAtOnce) return marked
      }
    },
  }
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let refused = 0; ; ) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Conflict) || ++refused > mostRefused) throw error
    }
  }
}
