/** Which way up a picture is, of all that EXIF 2.32 says: the tag 0x0112 of its first directory, 1 to 8. */
const tag = 0x0112
const signature = 'Exif\0\0'

/** Undefined where the segment is no EXIF, or says nothing that can be read. */
export function orientationOf(content: Buffer): number | undefined {
  if (content.subarray(0, 6).toString('latin1') !== signature) return undefined
  const tiff = content.subarray(6)
  const order = tiff.subarray(0, 2).toString('latin1')
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return undefined
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return undefined
  const count = short(directory)
  for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12) {
    if (entry + 12 > tiff.length) return undefined
    if (short(entry) !== tag) continue
    const value = short(entry + 8)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

/** An APP1 segment that says nothing but this. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(tag, 10)
  // Type 3 is SHORT; one of them.
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(2 + signature.length + tiff.length, 2)
  return Buffer.concat([head, Buffer.from(signature, 'latin1'), tiff])
}
