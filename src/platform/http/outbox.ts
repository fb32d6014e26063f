import type { ServerResponse } from 'node:http'

/** More are no cheaper: by then the first of them have fallen out of the processor's caches. */
const handful = 4

interface Ready {
  readonly response: Pick<ServerResponse, 'end'>
  readonly body: string | Uint8Array
}

/**
 * Answers that are ready leave a few at a time, and at the latest when all that has come in was looked at: each write of its own may
 * wake whoever reads it, and the system takes longer over that than we take over the answer (docs/adr/0039).
 */
export class Outbox {
  #ready: Ready[] = []

  /** @param response its head is written, so that nothing about it can be wrong any more */
  put(response: Ready['response'], body: string | Uint8Array): void {
    const waiting = this.#ready.push({ response, body })
    if (waiting === 1) setImmediate(this.#send)
    if (waiting >= handful) this.#send()
  }

  readonly #send = () => {
    const ready = this.#ready
    this.#ready = []
    for (const { response, body } of ready) response.end(body)
  }
}
