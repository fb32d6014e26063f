import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { BSON } from 'mongodb'
import type { Config } from '../../src/config.js'
import { onCleanup } from '../setup.js'
import { commandOf, Messages, messageOf } from './mongo-messages.js'

export interface MongoProxy {
  /** The address given, by way of the proxy. */
  readonly url: string
  /** Every connection breaks, and each new one at once, until `mend`. */
  cut(): void
  mend(): void
}

/**
 * Stands between clients that may die and MongoDB, as a network does that may fail. Where a client is gone it ends the
 * transactions that the client has left open: MongoDB does so within a minute, what tests may run on in its place never
 * does, and what such a transaction wrote would stay locked for ever. Gone after the test.
 */
export async function openMongoProxy(address: string): Promise<MongoProxy> {
  const url = new URL(address)
  const { hostname, port } = url
  const clients = new Set<Socket>()
  const transactions = new Transactions()
  let isCut = false
  const server = createServer((client) => {
    if (isCut) {
      client.destroy()
      return
    }
    clients.add(client)
    const target = connect(Number(port), hostname)
    const messages = new Messages()
    // Whole messages only: what aborts the transactions of a client comes after the last of them.
    client.on('data', (chunk: Buffer) => {
      for (const message of messages.take(chunk)) {
        transactions.see(message, target)
        target.write(message)
      }
    })
    target.pipe(client)
    client.on('error', () => client.destroy())
    client.on('close', () => {
      clients.delete(client)
      target.end(transactions.abort(target))
      target.resume()
    })
    target.on('error', () => target.destroy()).on('close', () => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const breakAll = () => {
    for (const client of clients) client.destroy()
  }
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  onCleanup(() => {
    breakAll()
    server.close()
  })
  // Told of its replica set the driver would go to the members themselves, past the proxy.
  url.search = 'directConnection=true'
  return {
    url: url.href,
    cut() {
      isCut = true
      breakAll()
    },
    mend() {
      isCut = false
    },
  }
}

/** The configuration for processes that are killed: with MongoDB they go by way of a proxy. */
export async function configOfMortals(config: Config): Promise<Config> {
  return config.mongoUrl ? { ...config, mongoUrl: (await openMongoProxy(config.mongoUrl)).url } : config
}

/** The transactions under way, each with the connection that carried its last command. */
class Transactions {
  readonly #open = new Map<string, { readonly abort: BSON.Document; readonly carrier: Socket }>()

  see(message: Buffer, carrier: Socket): void {
    const command = commandOf(message)
    if (command?.autocommit !== false) return
    const { lsid, txnNumber } = command
    const session = (lsid as { id: BSON.Binary }).id.toString('hex')
    if ('commitTransaction' in command || 'abortTransaction' in command) this.#open.delete(session)
    else {
      const abort = { abortTransaction: 1, lsid, txnNumber, autocommit: false, $db: 'admin' }
      this.#open.set(session, { abort, carrier })
    }
  }

  /** What ends those whose connection is gone. Said over that connection, where nothing of theirs can come after it. */
  abort(carrier: Socket): Buffer {
    const commands: Buffer[] = []
    for (const [session, left] of this.#open) {
      if (left.carrier !== carrier) continue
      this.#open.delete(session)
      commands.push(messageOf(left.abort))
    }
    return Buffer.concat(commands)
  }
}
