import type { Clock } from '../clock.js'
import { outbox } from '../records/index.js'
import type { DocumentStore } from '../store/index.js'
import { newestSequence } from './change-log.js'
import { changeLog, deadLetters } from './collections.js'

/** How far a view is behind what was committed. */
export interface Lag {
  readonly view: string
  /** Steps of the change log that it does not have. */
  readonly entries: number
  /** Age of the oldest change that it does not have; 0 when it has all. */
  readonly seconds: number
}

export interface RelayStatus {
  /** Entries that wait for their step; counted up to 100. */
  readonly outbox: number
  readonly lags: readonly Lag[]
  readonly deadLetters: readonly { readonly view: string; readonly count: number }[]
}

const mostCounted = 100

/**
 * How the relay stands, from a few looks into indexes: numbers without gaps make a difference into a count.
 * @param positions the last step that each view has
 */
export async function relayStatus(
  store: DocumentStore,
  clock: Clock,
  positions: readonly { readonly view: string; readonly sequence: string }[],
): Promise<RelayStatus> {
  const waiting = await store.find(outbox, {}, { limit: mostCounted })
  const newest = await newestSequence(store)
  const age = (since: string | undefined): number =>
    since === undefined ? 0 : Math.max(0, (clock.now().getTime() - Date.parse(since)) / 1_000)
  const lags = positions.map(async ({ view, sequence }): Promise<Lag> => {
    const after = { value: sequence, id: sequence }
    const [missed] = await store.find(changeLog, {}, { after, limit: 1 })
    const entries = Math.max(0, Number(newest) - Number(sequence))
    return { view, entries, seconds: age(missed?.since ?? waiting[0]?.at) }
  })
  const letters = positions.map(async ({ view }) => ({
    view,
    count: await store.count(deadLetters, { view }),
  }))
  return { outbox: waiting.length, lags: await Promise.all(lags), deadLetters: await Promise.all(letters) }
}
