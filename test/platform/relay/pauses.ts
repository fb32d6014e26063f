import type { After } from '../../../src/platform/relay/loop.js'

/** Waits that are over when a test says so. */
export class Pauses {
  /** How long each wait was to be; milliseconds. */
  readonly asked: number[] = []
  private waiting: (() => void) | undefined

  readonly after: After = (ms, work) => {
    this.asked.push(ms)
    this.waiting = work
    return () => {
      this.waiting = undefined
    }
  }

  get isWaiting(): boolean {
    return this.waiting !== undefined
  }

  /** Ends the wait under way. */
  end(): void {
    const work = this.waiting
    this.waiting = undefined
    work?.()
  }
}
