import { deflateRawSync } from 'node:zlib'

/** A part whose bytes and size are given, true or not. */
interface RawPart {
  readonly packed: Buffer
  readonly size: number
}

/** A ZIP archive of these parts, deflated. */
export function aZip(parts: Readonly<Record<string, string | RawPart>>): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, part] of Object.entries(parts)) {
    const { packed, size } =
      typeof part === 'string' ? { packed: deflateRawSync(part), size: Buffer.byteLength(part) } : part
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(size, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const whole = [Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), head, place, Buffer.from(name))
    local.push(...whole)
    at += whole.reduce((sum, piece) => sum + piece.length, 0)
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, ...directory, end])
}
