import { once } from 'node:events'
import { connect } from 'node:net'
import { BSON } from 'mongodb'

/** Makes the driver in a child process write its commands to stderr, so that one knows which transactions it began. */
export const saysTransactions = {
  MONGODB_LOG_COMMAND: 'debug',
  MONGODB_LOG_PATH: 'stderr',
  MONGODB_LOG_MAX_DOCUMENT_LENGTH: '1000000',
}

/**
 * Aborts the transactions that a killed process has left open. MongoDB does so within a minute; what tests may run on in
 * its place never does, and what such a transaction wrote would stay locked for ever.
 * @param said what the child wrote, with `saysTransactions` in its environment
 */
export async function abortOrphans(url: string, said: readonly string[]): Promise<void> {
  const numbers = new Map<string, number>()
  for (const line of said) {
    const found = /"base64":"([^"]+)","subType":"04"\}\}\},"txnNumber":(\d+)/.exec(line)
    if (found) numbers.set(found[1] as string, Number(found[2]))
  }
  const { hostname, port } = new URL(url.replace(/^mongodb:/, 'http:'))
  const socket = connect(Number(port), hostname)
  for (const [session, number] of numbers) {
    const id = new BSON.Binary(Buffer.from(session, 'base64'), BSON.Binary.SUBTYPE_UUID)
    const txnNumber = BSON.Long.fromNumber(number)
    socket.write(command({ abortTransaction: 1, lsid: { id }, txnNumber, autocommit: false, $db: 'admin' }))
    // The answer, which is an error where nothing was left open.
    await once(socket, 'data')
  }
  socket.destroy()
}

/** OP_MSG with one section. The driver itself sends no commands in the name of another's session. */
function command(document: BSON.Document): Buffer {
  const body = BSON.serialize(document)
  const head = Buffer.alloc(21)
  head.writeInt32LE(head.length + body.length, 0)
  head.writeInt32LE(2013, 12)
  return Buffer.concat([head, body])
}
