import { createHash } from 'node:crypto'
import type { Clock } from '../clock.js'
import { Conflict } from '../errors.js'
import { type DocumentStore, defineCollection, type Stored } from '../store/index.js'
import type { Rendered } from './exchange.js'
import { Refusal } from './refusal.js'

interface KeyRecord extends Stored {
  readonly key: string
  readonly route: string
  readonly bodyHash: string
  /** ISO instant until which the first attempt is taken to be alive. */
  readonly leaseUntil: string
  /** ISO instant after which the key is free again. */
  readonly expiresAt: string
  /** There once the first attempt has been answered. */
  readonly answer?: Rendered
}

export const idempotencyKeys = defineCollection<KeyRecord>({
  name: 'idempotency_keys',
  indexes: [{ fields: ['expiresAt'] }],
})

export interface IdempotencyDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  /** How long an answer is kept; default a day. */
  readonly keepMs?: number
  /** After this long without an answer the first attempt is taken to have crashed; default a minute. */
  readonly leaseMs?: number
}

/** One attempt at a POST. */
export interface Attempt {
  /** As the client sent it. */
  readonly key: string
  /** Whose key it is, and for what: keys of two people or two addresses never meet. */
  readonly actor: string
  readonly route: string
  readonly path: string
  readonly body: Uint8Array
}

/** Expired keys are cleared once in this many attempts, and so many at a time. */
const clearEvery = 200

/**
 * Runs a POST once per Idempotency-Key (draft-ietf-httpapi-idempotency-key-header). The id of the record is made from
 * the key, so the store's primary key decides between two attempts at once. An attempt that fails frees its key, since
 * nothing was done. One that crashes frees it when its lease runs out; if it had committed and died before its answer
 * was kept, the next attempt runs again: that window is the time of one write.
 */
export class Idempotency {
  #attempts = 0

  constructor(private readonly deps: IdempotencyDeps) {}

  /**
   * @param run does the work; called at most once
   * @throws Refusal `idempotency.key`, `idempotency.reused`, `idempotency.inProgress`; whatever `run` throws
   */
  async once(attempt: Attempt, run: () => Promise<Rendered>): Promise<Rendered & { replayed: boolean }> {
    if (!/^[\x21-\x7e]{1,255}$/.test(attempt.key)) throw new Refusal('idempotency.key')
    if (++this.#attempts % clearEvery === 0) await this.clear()
    const claim = await this.claim(attempt)
    if (claim.answer) return { ...claim.answer, replayed: true }
    const answer = await this.runClaimed(claim, run)
    return { ...answer, replayed: false }
  }

  /** Removes up to 500 expired keys. */
  async clear(): Promise<void> {
    const { store } = this.deps
    const expired = await store.find(idempotencyKeys, { expiresAt: { $lt: this.instant() } }, { limit: 500 })
    for (const { id, revision } of expired)
      await ignoring('revision.stale', store.remove(idempotencyKeys, id, revision))
  }

  /** The record of this attempt: ours to run, or with the answer that was given before. */
  private async claim(attempt: Attempt): Promise<KeyRecord> {
    const { store } = this.deps
    const fresh = this.recordOf(attempt)
    try {
      await store.insert(idempotencyKeys, fresh)
      return fresh
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
    const before = await store.get(idempotencyKeys, fresh.id)
    if (!before) throw inProgress()
    const now = this.instant()
    if (before.expiresAt > now) {
      if (before.bodyHash !== fresh.bodyHash) throw new Refusal('idempotency.reused')
      if (before.answer) return before
      if (before.leaseUntil > now) throw inProgress()
    }
    return this.takeOver(fresh, before.revision)
  }

  private async takeOver(fresh: KeyRecord, revision: number): Promise<KeyRecord> {
    try {
      return await this.deps.store.replace(idempotencyKeys, fresh, revision)
    } catch (error) {
      if (error instanceof Conflict) throw inProgress()
      throw error
    }
  }

  private async runClaimed(claim: KeyRecord, run: () => Promise<Rendered>): Promise<Rendered> {
    const { store } = this.deps
    let answer: Rendered
    try {
      answer = await run()
    } catch (error) {
      await ignoring('revision.stale', store.remove(idempotencyKeys, claim.id, claim.revision))
      throw error
    }
    // Stale: we took longer than the lease and another attempt has the key now; both have an answer to give.
    await ignoring('revision.stale', store.replace(idempotencyKeys, { ...claim, answer }, claim.revision))
    return answer
  }

  private recordOf({ key, actor, route, path, body }: Attempt): KeyRecord {
    const { keepMs = 24 * 3_600_000, leaseMs = 60_000 } = this.deps
    return {
      id: digest(JSON.stringify([actor, route, path, key])),
      revision: 1,
      key,
      route,
      bodyHash: digest(body),
      leaseUntil: this.instant(leaseMs),
      expiresAt: this.instant(keepMs),
    }
  }

  private instant(ahead = 0): string {
    return new Date(this.deps.clock.now().getTime() + ahead).toISOString()
  }
}

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url')
}

function inProgress(): Refusal {
  return new Refusal('idempotency.inProgress', {}, { 'retry-after': '1' })
}

async function ignoring(code: Conflict['code'], work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Conflict && error.code === code)) throw error
  }
}
