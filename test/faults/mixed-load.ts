import { setTimeout as pause } from 'node:timers/promises'
import type { Headers } from '../signed-in.js'
import { postedNeed } from './http-writers.js'
import { pick, seeded } from './random.js'

/** One of the servers behind the load balancer that a test plays. */
export interface Replica {
  url: string
  /** Set while it is dead: only then may a request to it fail without an answer. */
  isDown: boolean
}

interface Answer {
  readonly status: number
  readonly text: string
}

const hands = 6

/**
 * Clients that create, amend, withdraw, read, list and ask for recommendations, each time at any of the replicas, until
 * they are told to stop. A POST without an answer is sent again with its key to another replica, as a client should.
 */
export class MixedLoad {
  /** By id: the revision that the record must have, for each is written by one client only, and the number in its text. */
  readonly owed = new Map<string, { revision: number; text: string }>()
  /** What should not have been answered. */
  readonly faults: string[] = []
  requests = 0
  /** POSTs that had to be sent again. */
  repeated = 0
  /** Answered with 503: on a busy machine one may meet the others too often. */
  putOff = 0
  #last = 0
  #isOver = false
  readonly #running: Promise<unknown>

  constructor(
    private readonly replicas: readonly Replica[],
    /** Ids of published offerings. */
    private readonly offerings: readonly string[],
    /** Headers of somebody who may. */
    private readonly signedIn: Headers,
  ) {
    this.#running = Promise.all(Array.from({ length: hands }, (_, hand) => this.work(seeded(hand + 1))))
  }

  /** Each client ends what it is at. */
  async stop(): Promise<void> {
    this.#isOver = true
    await this.#running
  }

  private async work(random: () => number): Promise<void> {
    const own: string[] = []
    while (!this.#isOver) {
      const id = own.length ? pick(random, own) : undefined
      const dice = random()
      if (id === undefined || dice < 0.25) own.push(...(await this.create(random)))
      else if (dice < 0.45) await this.amend(random, id)
      else if (dice < 0.55) await this.turn(random, id)
      else if (dice < 0.75) await this.read(random, id)
      else await this.look(random, id)
    }
  }

  private async create(random: () => number): Promise<string[]> {
    const text = `${postedNeed.text}第${++this.#last}号。`
    const answer = await this.post(random, '/needs', { ...postedNeed, text }, {})
    if (answer.status !== 201) return this.fault('POST /needs', answer)
    const { id, revision } = JSON.parse(answer.text) as { id: string; revision: number }
    this.owed.set(id, { revision, text })
    return [id]
  }

  /** Withdraws an open need, opens a withdrawn one. */
  private async turn(random: () => number, id: string): Promise<void> {
    const known = this.owed.get(id) as { revision: number; text: string }
    const { state } = JSON.parse((await this.get(random, `/needs/${id}`)).text) as { state: string }
    const action = state === 'open' ? 'withdraw' : 'open'
    const headers = { 'if-match': `"${known.revision}"` }
    const answer = await this.post(random, `/needs/${id}/${action}`, { reason: '情况有变' }, headers)
    if (answer.status === 200) this.owed.set(id, { ...known, revision: known.revision + 1 })
    else this.fault(`POST ${action} ${id}`, answer)
  }

  /** A PUT has no key: sent again without an answer, it is done now or meets its own revision. */
  private async amend(random: () => number, id: string): Promise<void> {
    const known = this.owed.get(id) as { revision: number; text: string }
    const now = { revision: known.revision + 1, text: `${postedNeed.text}第${++this.#last}号。` }
    const headers = { 'if-match': `"${known.revision}"` }
    const init = { method: 'PUT', headers, body: JSON.stringify({ ...postedNeed, text: now.text }) }
    const { answer, attempts } = await this.insist(random, `/needs/${id}`, init)
    this.owed.set(id, now)
    if (answer.status === 412 && attempts > 1) await this.read(random, id)
    else if (answer.status !== 200) this.fault(`PUT ${id}`, answer)
  }

  private async read(random: () => number, id: string): Promise<void> {
    const answer = await this.get(random, `/needs/${id}`)
    const { revision, text } = JSON.parse(answer.text) as { revision: number; text: string }
    const known = this.owed.get(id)
    if (revision !== known?.revision || text !== known.text)
      this.faults.push(`GET ${id}: revision ${revision}, not ${known?.revision}`)
  }

  private async look(random: () => number, id: string): Promise<void> {
    const paths = [
      '/needs?limit=20',
      '/needs?q=%E7%8B%AC%E5%B1%85&limit=5',
      '/offerings?state=published&limit=20',
      `/needs/${id}/recommendations`,
      `/offerings/${pick(random, this.offerings)}/recommendations`,
    ]
    await this.get(random, pick(random, paths))
  }

  private async get(random: () => number, path: string): Promise<Answer> {
    const { answer } = await this.insist(random, path, {})
    if (answer.status !== 200) this.fault(`GET ${path}`, answer)
    return answer
  }

  private async post(
    random: () => number,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const key = { ...headers, 'idempotency-key': `k-${++this.#last}` }
    const init = { method: 'POST', headers: key, body: JSON.stringify(body) }
    const { answer, attempts } = await this.insist(random, path, init)
    this.repeated += attempts - 1
    return answer
  }

  /** Asks one replica after the other until one answers, and again when it says that it cannot now. */
  private async insist(random: () => number, path: string, init: RequestInit) {
    for (let attempts = 1; ; attempts++) {
      const answer = await this.once(pick(random, this.replicas), path, init)
      if (answer && answer.status !== 503) return { answer, attempts }
      if (answer) this.putOff++
      await pause(answer ? 200 : 5)
    }
  }

  /** The answer, or undefined when the replica was killed before it was whole. */
  private async once(replica: Replica, path: string, init: RequestInit): Promise<Answer | undefined> {
    this.requests++
    const wasDown = replica.isDown
    const type = init.body ? { 'content-type': 'application/json' } : {}
    const headers = { ...this.signedIn, ...init.headers, ...type }
    try {
      const response = await fetch(`${replica.url}/api/v1${path}`, { ...init, headers })
      return { status: response.status, text: await response.text() }
    } catch (error) {
      if (!wasDown && !replica.isDown) this.faults.push(`${path}: ${(error as Error).cause ?? error}`)
      return undefined
    }
  }

  private fault(what: string, { status, text }: Answer): never[] {
    this.faults.push(`${what}: ${status} ${text.slice(0, 200)}`)
    return []
  }
}
