import { type Connection, Mongoose } from 'mongoose'
import { Unavailable } from '../errors.js'
import { translated } from './mongo-errors.js'

/** Milliseconds. A server that is away is said to be away within the first; the last bounds a connection gone silent. */
const timeouts = { serverSelectionTimeoutMS: 3_000, connectTimeoutMS: 3_000, socketTimeoutMS: 30_000 }

/**
 * Connects with an own Mongoose, which no other user of the library in the process can change.
 * @param url mongodb:// or mongodb+srv://; without a database in it, `duijie` is used
 * @throws RangeError for an address that cannot be read or a server without transactions; Unavailable
 */
export async function connect(url: string): Promise<Connection> {
  const connection = new Mongoose().createConnection()
  try {
    await connection.openUri(url, {
      ...timeouts,
      dbName: databaseIn(url),
      appName: 'duijie',
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      // undefined is left out, as JSON does; the driver would write null.
      ignoreUndefined: true,
      readPreference: 'primary',
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority', wtimeoutMS: 10_000 },
      retryWrites: true,
      retryReads: true,
    })
    await assertTransactions(connection)
    return connection
  } catch (error) {
    await connection.destroy().catch(() => undefined)
    throw withoutAddress(error)
  }
}

/** The path of the address, which the driver would take for `test` when it is empty. */
function databaseIn(url: string): string {
  return decodeURIComponent(/^mongodb(?:\+srv)?:\/\/[^/]*\/([^?]+)/.exec(url)?.[1] ?? 'duijie')
}

/** A single server that is no replica set would refuse the first transaction only. */
async function assertTransactions(connection: Connection): Promise<void> {
  const { setName, msg } = await connection.getClient().db(connection.name).command({ hello: 1 })
  if (setName === undefined && msg !== 'isdbgrid')
    throw new RangeError('MongoDB runs alone; transactions need a replica set, which may have one member')
}

/** What cannot be parsed is quoted by the library, password and all; so nothing of it is told. */
function withoutAddress(error: unknown): unknown {
  if (error instanceof RangeError) return error
  const known = translated(error)
  if (known instanceof Unavailable) return known
  return error instanceof Error && /Parse|URI|InvalidArgument/.test(`${error.name} ${error.message}`)
    ? new RangeError('not an address of MongoDB that can be read')
    : new Unavailable('mongodb', { cause: error })
}
