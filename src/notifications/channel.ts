import type { ChannelName, Delivery } from './model.js'

/** What came of an attempt. */
export type Outcome =
  | { readonly ok: true }
  /** `error` is a code; `isFinal` says that trying again cannot help. */
  | { readonly ok: false; readonly error: string; readonly isFinal: boolean }

/** A way out of Duijie. */
export interface Channel {
  readonly name: ChannelName
  /** How often a delivery is tried. */
  readonly mostAttempts: number
  /** Whether a target gets its deliveries in order, so that a later one waits for an earlier one that failed. */
  readonly isOrdered: boolean
  /** Parts what is due for one target into what is sent together, in order. */
  bundle(due: readonly Delivery[]): readonly (readonly Delivery[])[]
  /** Sends one bundle; does not throw for what the other side does. */
  send(bundle: readonly Delivery[], signal: AbortSignal): Promise<Outcome>
  /** Told what came of deliveries, after that has been written. */
  afterwards?(bundle: readonly Delivery[], outcome: Outcome): Promise<void>
}

/** @param code of the failure, e.g. `http.500` */
export function failed(code: string, isFinal = false): Outcome {
  return { ok: false, error: code, isFinal }
}

/** Deliveries with the same key together, in the order in which they come. */
export function grouped(all: readonly Delivery[], keyOf: (one: Delivery) => string): Delivery[][] {
  const groups = new Map<string, Delivery[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}
