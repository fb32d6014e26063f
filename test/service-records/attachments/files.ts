import { crc32, deflateSync } from 'node:zlib'

/** A file of the type, small and whole, with what the caller adds. */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function pngChunk(type: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + content.length)
  chunk.writeUInt32BE(content.length, 0)
  chunk.write(type, 4, 'latin1')
  content.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length)
  return chunk
}

/** One grey pixel. @param extra chunks before the data @param size width and height that it claims */
export function aPng(extra: readonly Buffer[] = [], size: readonly [number, number] = [1, 1]): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  header.writeUInt32BE(size[0], 0)
  header.writeUInt32BE(size[1], 4)
  const data = pngChunk('IDAT', deflateSync(Buffer.from([0, 128])))
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    ...extra,
    data,
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export function jpegSegment(code: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string, 'latin1')
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

/** EXIF with a place in it, and which way up the picture is. */
export function exif(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(26 + 40)
  const short = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(order, 'latin1')
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(0x0112, 10)
  short(3, 12)
  long(1, 14)
  short(orientation, 18)
  tiff.write('GPS 22.7200N 114.2500E Camera of Zhang', 26, 'latin1')
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}

const frame = jpegSegment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))
const scan = Buffer.concat([
  jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]),
])
const jfif = jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'))

/** Begins and ends as one does; its data are not a picture, which nothing here looks at. */
export function aJpeg(extra: readonly Buffer[] = [], after = Buffer.alloc(0)): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jfif,
    ...extra,
    frame,
    scan,
    Buffer.from([0xff, 0xd9]),
    after,
  ])
}

/** @param objects between the header and the trailer */
export function aPdf(objects: string | Buffer = '1 0 obj\n<< /Type /Catalog >>\nendobj\n'): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
    Buffer.from(objects as string, 'latin1'),
    Buffer.from('\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n', 'latin1'),
  ])
}

/** Objects kept compressed, as an object stream. */
export function pdfStream(dictionary: string, content: string): Buffer {
  return Buffer.concat([
    Buffer.from(`7 0 obj\n<< ${dictionary} /Filter /FlateDecode >>\nstream\n`, 'latin1'),
    deflateSync(Buffer.from(content, 'latin1')),
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
}
