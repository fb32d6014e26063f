import { mongo } from 'mongoose'
import { Conflict, Unavailable } from '../errors.js'

const {
  MongoAPIError,
  MongoBulkWriteError,
  MongoError,
  MongoErrorLabel,
  MongoNetworkError,
  MongoServerError,
  MongoSystemError,
  MongoWriteConcernError,
} = mongo

const duplicateKey = 11000
/** Stepping down, shutting down, starting, out of time, no majority: the server answers, and cannot do it now. */
const away = new Set([6, 7, 50, 64, 89, 91, 112, 189, 202, 262, 9001, 10107, 11600, 11602, 13435, 13436])

/** Of a socket that has just broken, which the driver lets through when it writes before it knows. */
const broken = /^(EPIPE|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_STREAM)/

/** What callers are told of an error of the engine: Conflict or Unavailable with the cause; other errors unchanged. */
export function translated(raw: unknown): unknown {
  const error = unwrapped(raw)
  if (!(error instanceof Error)) return error
  if (isDuplicate(error)) {
    const field = keyOf(error.message)
    return new Conflict('key.taken', field, field, { cause: error })
  }
  return isAway(error) ? new Unavailable('mongodb', { cause: error }) : error
}

/** Whether the whole transaction may be run again: nothing of it was kept. */
export function isTransient(error: unknown): boolean {
  return hasLabel(error, MongoErrorLabel.TransientTransactionError) || isLockedOut(error)
}

/** DocumentDB waits two seconds for a document that another transaction has written, then says so without a label. */
function isLockedOut(error: unknown): boolean {
  return (
    error instanceof MongoServerError &&
    /canceling statement due to lock timeout|deadlock detected/.test(error.message)
  )
}

/** Whether a commit may or may not have been kept; asking to commit again tells. */
export function isUnknownCommit(error: unknown): boolean {
  return hasLabel(error, MongoErrorLabel.UnknownTransactionCommitResult)
}

/** What ended a batch is wrapped as if the server had refused a document, also when no server could be reached. */
function unwrapped(error: unknown): unknown {
  return error instanceof MongoBulkWriteError && error.errorResponse instanceof Error
    ? error.errorResponse
    : error
}

function hasLabel(error: unknown, label: string): boolean {
  return error instanceof MongoError && error.hasErrorLabel(label)
}

function isDuplicate(error: Error): boolean {
  const isWrite = error instanceof MongoServerError || error instanceof MongoBulkWriteError
  return isWrite && error.code === duplicateKey
}

function isAway(error: Error): boolean {
  if (error instanceof MongoNetworkError || error instanceof MongoSystemError) return true
  if (error instanceof MongoWriteConcernError || isTransient(error) || isUnknownCommit(error)) return true
  if ('code' in error && broken.test(String(error.code))) return true
  if (error instanceof MongoServerError) return away.has(Number(error.code))
  // The driver's own: a pool that was cleared, a client or topology that is closed or not connected yet.
  return error instanceof MongoAPIError
    ? /NotConnected|Closed|Expired/.test(error.name)
    : isMongooseAway(error)
}

/** Mongoose wraps what the driver says while it connects, and speaks for itself before it has. */
function isMongooseAway({ name, message }: Error): boolean {
  return (
    name === 'MongooseServerSelectionError' ||
    /before initial connection|Connection was force closed/.test(message)
  )
}

/** Indexes are named `unique:<collection>:<paths>` (mongo-indexes.ts), so that the engine's message names the key. */
function keyOf(message: string): string {
  return /\bunique:[a-z_]+:([\w.,]+)/.exec(message)?.[1] ?? 'id'
}
