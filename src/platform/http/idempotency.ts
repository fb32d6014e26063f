import { createHash } from 'node:crypto'
import type { Actor } from '../actor.js'
import type { Clock } from '../clock.js'
import { Conflict, NotFound, Unavailable } from '../errors.js'
import { type DocumentStore, defineCollection, type Stored } from '../store/index.js'
import type { Rendered } from './exchange.js'
import { Refusal } from './refusal.js'

/** There exactly if the work was done: it commits with what the work wrote. */
interface KeyRecord extends Stored {
  readonly key: string
  readonly route: string
  /** Of the body and the revision in If-Match. */
  readonly requestHash: string
  /** ISO instant after which the key is free again. */
  readonly expiresAt: string
  /** The record that was written. */
  readonly subject: string
  /** Missing when the process died between the commit and the answer. */
  readonly answer?: Omit<Rendered, 'contentPolicy'>
}

export const idempotencyKeys = defineCollection<KeyRecord>({
  name: 'idempotency_keys',
  shape: {
    key: 'string',
    route: 'string',
    requestHash: 'string',
    expiresAt: 'string',
    subject: 'string',
    answer: { status: 'number', text: 'string', type: 'string', headers: ['string'] },
  },
  indexes: [{ fields: ['expiresAt'], expires: true }],
})

export interface IdempotencyDeps {
  readonly store: Pick<DocumentStore, 'get' | 'replace'>
  readonly clock: Clock
  /** How long an answer is kept; default a day. */
  readonly keepMs?: number
}

/** One attempt at a POST. */
export interface Attempt {
  /** As the client sent it. */
  readonly key: string
  /** Whose key it is, and for what: keys of two people or two addresses never meet. */
  readonly actor: string
  readonly route: string
  readonly path: string
  /** The revision that If-Match names, or 0. */
  readonly ifMatch: number
  readonly body: Uint8Array
}

/** What an attempt is to do. */
export interface Work {
  /** Does it; `mark` is called in the transaction that commits it. */
  run(mark: NonNullable<Actor['mark']>): Promise<Rendered>
  /** The answer to work that was done and of which no answer was kept, from the record that it wrote, as that is now. */
  recall(subject: string): Promise<Rendered>
}

/**
 * Does the work of a POST once per Idempotency-Key (draft-ietf-httpapi-idempotency-key-header), whichever process is
 * asked and wherever one dies. The key is written in the transaction of the work, and its id is made from the key: of
 * several attempts at once the store lets one commit, and the others give its answer. An attempt that fails leaves no
 * key, since nothing was done. See docs/adr/0012-the-key-commits-with-the-record.md.
 */
export class Idempotency {
  constructor(private readonly deps: IdempotencyDeps) {}

  /** @throws Refusal `idempotency.key`, `idempotency.reused`; whatever the work throws */
  async once(attempt: Attempt, work: Work): Promise<Rendered & { replayed: boolean }> {
    if (!/^[\x21-\x7e]{1,255}$/.test(attempt.key)) throw new Refusal('idempotency.key')
    const fresh = this.recordOf(attempt)
    const before = await this.deps.store.get(idempotencyKeys, fresh.id)
    if (before && this.isAlive(before)) return again(before, fresh, work)
    try {
      return { ...(await this.runMarked(fresh, before, work)), replayed: false }
    } catch (error) {
      // Another attempt was faster, or this one had committed before it failed.
      const now = await this.deps.store.get(idempotencyKeys, fresh.id)
      if (now && this.isAlive(now)) return again(now, fresh, work)
      throw error
    }
  }

  private async runMarked(fresh: Unmarked, expired: KeyRecord | undefined, { run }: Work): Promise<Rendered> {
    let marked: KeyRecord | undefined
    const answer = await run(async (tx, [subject = '']) => {
      const record = { ...fresh, subject }
      if (expired) marked = await tx.replace(idempotencyKeys, record, expired.revision)
      else {
        await tx.insert(idempotencyKeys, record)
        marked = record
      }
    })
    if (marked) await this.keepAnswer({ ...marked, answer })
    return answer
  }

  /** Without it the record is as good: it is looked up where the answer is missing. So the caller gets his in any case. */
  private async keepAnswer(record: KeyRecord): Promise<void> {
    try {
      await this.deps.store.replace(idempotencyKeys, record, record.revision)
    } catch (error) {
      const isNoLoss = error instanceof Conflict || error instanceof NotFound || error instanceof Unavailable
      if (!isNoLoss) throw error
    }
  }

  private recordOf({ key, actor, route, path, ifMatch, body }: Attempt): Unmarked {
    const { clock, keepMs = 24 * 3_600_000 } = this.deps
    return {
      id: digest(JSON.stringify([actor, route, path, key])),
      revision: 1,
      key,
      route,
      requestHash: digest(`${ifMatch}\n`, body),
      expiresAt: new Date(clock.now().getTime() + keepMs).toISOString(),
    }
  }

  private isAlive({ expiresAt }: KeyRecord): boolean {
    return expiresAt > this.deps.clock.now().toISOString()
  }
}

type Unmarked = Omit<KeyRecord, 'subject' | 'answer'>

async function again(
  before: KeyRecord,
  { requestHash }: Unmarked,
  { recall }: Work,
): Promise<Rendered & { replayed: boolean }> {
  if (before.requestHash !== requestHash) throw new Refusal('idempotency.reused')
  return { ...(before.answer ?? (await recall(before.subject))), replayed: true }
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url')
}
