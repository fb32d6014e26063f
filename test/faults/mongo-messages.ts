import { BSON } from 'mongodb'

/** MongoDB's wire protocol, as far as tests look into it: 16 bytes of header, of flags 4, then sections. */
const opMsg = 2013
const at = { opcode: 12, flags: 16, sections: 20, body: 21 }

/** Cuts what comes over a connection into whole messages. */
export class Messages {
  #rest: Buffer = Buffer.alloc(0)

  take(chunk: Buffer): Buffer[] {
    const whole: Buffer[] = []
    let rest = this.#rest.length ? Buffer.concat([this.#rest, chunk]) : chunk
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0)
      whole.push(rest.subarray(0, length))
      rest = rest.subarray(length)
    }
    this.#rest = rest
    return whole
  }
}

/** The command of a message, without the documents that it brings beside; undefined of older kinds of messages. */
export function commandOf(message: Buffer): BSON.Document | undefined {
  if (message.readInt32LE(at.opcode) !== opMsg || message[at.sections] !== 0) return undefined
  return BSON.deserialize(message.subarray(at.body, at.body + message.readInt32LE(at.body)))
}

/** A message with one command. The driver itself sends none in the name of another's session. */
export function messageOf(command: BSON.Document): Buffer {
  const body = BSON.serialize(command)
  const head = Buffer.alloc(at.body)
  head.writeInt32LE(head.length + body.length, 0)
  head.writeInt32LE(opMsg, at.opcode)
  return Buffer.concat([head, body])
}
