import { setTimeout as pause } from 'node:timers/promises'
import { community } from '../feature-services.js'
import type { Headers } from '../signed-in.js'
import { pick, seeded } from './random.js'

interface Kept {
  readonly id: string
  readonly revision: number
}

/** What a story is told with: headers of people who may, and published offerings with their organisation. */
export interface Cast {
  readonly committee: Headers
  readonly worker: Headers
  readonly organizationId: string
  readonly offerings: readonly string[]
}

/**
 * Users who bring one need after the other from its entry to its rating, each both sides of it, while the server is
 * killed beneath them. What had no answer is sent again with its Idempotency-Key to the server that comes after.
 */
export class Storytellers {
  /** What should not have been answered. */
  readonly faults: string[] = []
  /** Requests that were sent again. */
  repeated = 0
  /** Needs whose entry was acknowledged. */
  needs = 0
  #url: string | undefined
  #last = 0
  #isOver = false
  readonly #running: Promise<unknown>

  constructor(
    users: number,
    private readonly cast: Cast,
    /** Told of each record that was acknowledged, at its revision. */
    private readonly onKept: (record: Kept) => void,
  ) {
    this.#running = Promise.all(Array.from({ length: users }, (_, user) => this.#tell(seeded(user + 1))))
  }

  /** Where the server is now; undefined: it is gone. */
  set url(url: string | undefined) {
    this.#url = url
  }

  /** Everybody ends the step that they are at. */
  async stop(): Promise<void> {
    this.#isOver = true
    await this.#running
  }

  async #tell(random: () => number): Promise<void> {
    const { committee, worker, offerings } = this.cast
    while (!this.#isOver) {
      const need = await this.#post(committee, '/needs', {
        region: community,
        text: `社区里有位独居老人，腿脚不便，需要有人上门陪伴。第${++this.#last}号。`,
        amount: { value: 4, unit: 'visit' },
        source: 'visit',
      })
      if (!need) continue
      this.needs++
      const asking = { how: 'request', offeringId: pick(random, offerings), plannedStart: '2099-01-10' }
      const asked = await this.#post(committee, `/needs/${need.id}/referrals`, asking)
      const received = await this.#act(worker, asked, 'receive')
      if (random() < 0.2) await this.#act(worker, received, 'reject', { reason: { code: 'full' } })
      else await this.#serve(random, await this.#act(worker, received, 'accept', {}))
    }
  }

  async #serve(random: () => number, accepted: Kept | undefined): Promise<void> {
    const { committee, worker, organizationId } = this.cast
    const begun = await this.#act(worker, accepted, 'begin')
    if (!begun) return
    const work = { kind: 'visit', visits: 4, persons: 1, minutes: 240 }
    const done = { organizationId, region: community, category: 'elderly.home-visit', day: '2026-02-10' }
    await this.#post(worker, '/service-records', { ...done, work, referralId: begun.id })
    const report = (delivered: number) => ({ report: { delivered, on: '2026-02-10', goal: 'full' } })
    let reported = await this.#act(worker, begun, 'report', report(4))
    if (random() < 0.3) {
      const disputed = await this.#act(committee, reported, 'dispute', { why: '只来过三次' })
      reported = await this.#act(worker, disputed, 'report', report(3))
    }
    await this.#act(committee, reported, 'confirm', { rating: { came: true, onTime: true, goal: 'full' } })
  }

  async #act(who: Headers, on: Kept | undefined, action: string, body?: object): Promise<Kept | undefined> {
    return on && this.#post(who, `/referrals/${on.id}/${action}`, body, on)
  }

  /** What was answered; undefined where it was refused because places ran out, or when it is over. */
  async #post(who: Headers, path: string, body?: object, on?: Kept): Promise<Kept | undefined> {
    const headers = {
      ...who,
      'idempotency-key': `k-${++this.#last}`,
      ...(on ? { 'if-match': `"${on.revision}"` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    }
    const init = { method: 'POST', headers, ...(body ? { body: JSON.stringify(body) } : {}) }
    for (let attempts = 0; !this.#isOver; attempts++) {
      const answer = await this.#once(path, init)
      if (!answer) continue
      if (attempts) this.repeated++
      if (answer.status < 300) return this.#kept(answer.text)
      if (!answer.text.includes('capacity.full')) this.faults.push(`${path}: ${answer.status} ${answer.text}`)
      return undefined
    }
    return undefined
  }

  #kept(text: string): Kept {
    const record = JSON.parse(text) as Kept
    this.onKept(record)
    return record
  }

  /** Undefined where there is no server, or it went before the answer was whole. */
  async #once(path: string, init: RequestInit): Promise<{ status: number; text: string } | undefined> {
    const url = this.#url
    try {
      if (url === undefined) throw new Error('no server')
      const response = await fetch(`${url}/api/v1${path}`, init)
      return { status: response.status, text: await response.text() }
    } catch {
      await pause(5)
      return undefined
    }
  }
}
