import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.js'
import { Conflict, NotFound } from '../errors.js'
import type { Ids } from '../ids.js'
import { type DocumentStore, defineCollection, type Stored, type Writer } from '../store/index.js'

/** Who may do a piece of work that only one process does at a time. The id is the work's name. */
interface LeaseRecord extends Stored {
  /** Made anew with every taking: tells a holder that slept too long that it is one no more. */
  readonly token: string
  /** ISO instant after which anybody may take it. */
  readonly until: string
}

export const leases = defineCollection<LeaseRecord>({
  name: 'leases',
  shape: { token: 'string', until: 'string' },
  indexes: [{ fields: ['until'], expires: true }],
})

export interface LeasesDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly ids: Ids
}

/** A lease that was held when it was given. */
export interface Lease {
  readonly name: string
  /** Makes it last longer; false when somebody else has taken it meanwhile. */
  renew(): Promise<boolean>
  /**
   * Makes it last longer as a part of `tx`, which thereby commits only if nobody else has taken it: reading it would
   * not do, for a store may let two transactions commit of which one only read what the other wrote.
   * @throws Conflict `revision.stale` when somebody has
   */
  holdIn(tx: Writer): Promise<void>
  /** Gives it back early. */
  release(): Promise<void>
}

/**
 * Leases kept in the store, so that several processes share out work. They expire by the clocks of the processes, which
 * must agree to within a small part of the duration.
 */
export class Leases {
  constructor(private readonly deps: LeasesDeps) {}

  /** @param duration milliseconds; undefined when another holds it */
  async take(name: string, duration: number): Promise<Lease | undefined> {
    const { store, clock, ids } = this.deps
    const now = clock.now()
    const token = ids.next('t')
    const record = { id: name, revision: 1, token, until: after(now, duration) }
    try {
      const taken = await store.transaction(async (tx) => {
        const held = await tx.get(leases, name)
        if (!held) await tx.insert(leases, record)
        else if (held.until <= now.toISOString()) await tx.replace(leases, record, held.revision)
        else return false
        return true
      })
      return taken ? this.lease(name, token, duration) : undefined
    } catch (error) {
      // Somebody was faster.
      if (error instanceof Conflict) return undefined
      throw error
    }
  }

  /** Those of these that somebody holds now. @param names at most 1,000 */
  async held(names: readonly string[]): Promise<ReadonlySet<string>> {
    const now = this.deps.clock.now().toISOString()
    const found = await this.deps.store.getMany(leases, names)
    return new Set(found.filter(({ until }) => until > now).map(({ id }) => id))
  }

  /**
   * Does `work` while it holds the lease, which it waits for while another process has it and renews until the work is
   * done. Work that goes on though its process slept too long must do no harm beside that of the next holder.
   */
  async holding<T>(name: string, duration: number, work: () => Promise<T>): Promise<T> {
    let lease = await this.take(name, duration)
    while (!lease) {
      await pause(lookEvery)
      lease = await this.take(name, duration)
    }
    const kept = keepAlive(lease, duration)
    try {
      return await work()
    } finally {
      await kept.end()
      await lease.release()
    }
  }

  private lease(name: string, token: string, duration: number): Lease {
    const { store, clock } = this.deps
    const put = async (tx: Writer, until: string): Promise<void> => {
      const held = await tx.get(leases, name)
      if (held?.token !== token) throw new Conflict('revision.stale', `lease ${name}`)
      await tx.replace(leases, { ...held, until }, held.revision)
    }
    const attempt = async (work: (tx: Writer) => Promise<void>): Promise<boolean> => {
      try {
        await store.transaction(work)
        return true
      } catch (error) {
        if (error instanceof Conflict || error instanceof NotFound) return false
        throw error
      }
    }
    return {
      name,
      renew: () => attempt((tx) => put(tx, after(clock.now(), duration))),
      holdIn: (tx) => put(tx, after(clock.now(), duration)),
      release: async () => {
        await attempt((tx) => put(tx, clock.now().toISOString()))
      },
    }
  }
}

/** How often a process that waits looks whether the lease is free; milliseconds. */
const lookEvery = 100

/**
 * Renews a lease about three times in its duration until `end`, which waits for the renewal under way. The next one is
 * planned only when one has been answered: a slow store would else be asked more and more at once.
 * @param duration milliseconds
 * @param onError told when the store cannot be asked; the next turn tries again
 */
export function keepAlive(
  lease: Lease,
  duration: number,
  onError: (error: unknown) => void = () => {},
): { readonly lost: AbortSignal; end(): Promise<void> } {
  const lost = new AbortController()
  let isEnded = false
  let timer: NodeJS.Timeout
  let beating = Promise.resolve()
  const beat = async () => {
    try {
      if (!(await lease.renew())) lost.abort()
    } catch (error) {
      onError(error)
    }
    if (!isEnded && !lost.signal.aborted) plan()
  }
  const plan = () => {
    timer = setTimeout(() => {
      beating = beat()
    }, duration / 3)
    // The work keeps the process alive, or nothing does.
    timer.unref()
  }
  plan()
  return {
    lost: lost.signal,
    async end() {
      isEnded = true
      clearTimeout(timer)
      await beating
    },
  }
}

function after(now: Date, duration: number): string {
  return new Date(now.getTime() + duration).toISOString()
}
