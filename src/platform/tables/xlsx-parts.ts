import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const chunkSize = 64 * 1024

/** The workbook's parts would come to more bytes than they may. */
export class Oversized extends Error {}

interface Part {
  readonly name: string
  readonly content: Buffer
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: Buffer
}

/** What is read of a workbook, in the order in which the reader wants it: with it, it needs no temporary files. */
const wanted = [
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/workbook\.xml$/,
  /^xl\/styles\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/sheet\d+\.xml$/,
] as const
const sharedStrings = 'xl/sharedStrings.xml'

/**
 * The same workbook with nothing in it but cells, and nothing compressed: what a reader makes of it is bounded by what was
 * inflated here. Pictures, macros and what links elsewhere are gone. Others get their turn between the pieces.
 * @param limit bytes of all parts together
 * @throws Oversized, before the first piece; RangeError or zlib's error for what is no whole archive
 */
export async function* bareWorkbook(archive: Buffer, limit: number): AsyncGenerator<Buffer, void> {
  const parts = await inflated(entriesOf(archive), limit)
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of parts) {
    const head = headOf(name, content)
    directory.push(directoryHead(head, at), Buffer.from(name))
    yield Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name)])
    for (let from = 0; from < content.length; from += chunkSize) {
      await setImmediate()
      yield content.subarray(from, from + chunkSize)
    }
    at += 4 + head.length + Buffer.byteLength(name) + content.length
  }
  yield Buffer.concat([...directory, directoryEnd(parts.length, Buffer.concat(directory).length, at)])
}

async function inflated(entries: readonly Entry[], limit: number): Promise<Part[]> {
  const parts: Part[] = []
  let left = limit
  for (const entry of wanted.flatMap((form) => entries.filter(({ name }) => form.test(name)))) {
    const content = await contentOf(entry, left)
    left -= content.length
    parts.push({ name: entry.name, content })
  }
  // Without texts to share, which is as good, the reader would wait for them and write sheets to files.
  const isShared = parts.some(({ name }) => name === sharedStrings)
  return isShared ? parts : [{ name: sharedStrings, content: Buffer.from('<sst/>') }, ...parts]
}

async function contentOf({ method, packed }: Entry, left: number): Promise<Buffer> {
  if (method === 0 && packed.length <= left) return packed
  if (method === 0 || left === 0) throw new Oversized()
  if (method !== 8) throw new RangeError(`method ${method}`)
  try {
    return await inflate(packed, { maxOutputLength: left })
  } catch (error) {
    throw error instanceof RangeError ? new Oversized() : error
  }
}

/** By the directory at the end of the archive, as APPNOTE.TXT of PKWARE has it; no ZIP64, which no small file needs. */
function entriesOf(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new RangeError('no directory')
  const entries: Entry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (archive.toString('latin1', at, at + 4) !== 'PK\x01\x02') throw new RangeError('no entry')
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28)
    const data = dataAt(archive, archive.readUInt32LE(at + 42))
    entries.push({
      name: archive.toString('utf8', at + 46, nameEnd),
      method: archive.readUInt16LE(at + 10),
      packed: archive.subarray(data, data + archive.readUInt32LE(at + 20)),
    })
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function dataAt(archive: Buffer, local: number): number {
  return local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
}

/** What stands alike before a part and in the directory: version, flags, method, time, checksum, sizes, lengths. */
function headOf(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt32LE(crc32(content), 10)
  head.writeUInt32LE(content.length, 14)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt16LE(Buffer.byteLength(name), 22)
  return head
}

function directoryHead(head: Buffer, at: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(at, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, rest])
}

function directoryEnd(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
