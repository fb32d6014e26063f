import type { ClientSession } from 'mongoose'
import type { MongoFilter } from './mongo-filter.js'
import type { SlowLog } from './slow-log.js'

/** What is asked of the server, for the log of slow operations. */
export interface Operation {
  readonly name: string
  readonly collection: string
  readonly filter?: MongoFilter
}

/** The option that every command of a transaction carries; empty outside of one. */
export interface Within {
  readonly session?: ClientSession
}

/** Carries an operation out, inside the transaction where there is one, and translates its errors. */
export type Run = <R>(operation: Operation, work: (within: Within) => Promise<R>) => Promise<R>

/** Times `work` where somebody wants to hear of slow operations. */
export async function timed<R>(
  logSlow: SlowLog | undefined,
  operation: Operation,
  work: () => Promise<R>,
): Promise<R> {
  if (!logSlow) return work()
  const start = performance.now()
  try {
    return await work()
  } finally {
    const took = performance.now() - start
    if (took >= logSlow.above) logSlow.log(shown(operation), took)
  }
}

/** `find needs {"state":{"$eq":"?"}}`: which paths were asked for, and how; never by which values. */
function shown({ name, collection, filter }: Operation): string {
  return [name, collection, ...(filter ? [JSON.stringify(filter, hidden)] : [])].join(' ')
}

function hidden(key: string, value: unknown): unknown {
  if (key === '$in') return ['?']
  return typeof value === 'object' && value !== null ? value : '?'
}
