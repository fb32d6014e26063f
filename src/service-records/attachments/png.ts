import { crc32 } from 'node:zlib'
import { broken, type Cleaned } from './bytes.js'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What the picture is made of, and what its colours rest on; texts, times, EXIF and all that is unknown stay out. */
const pictureChunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
])

/** More than any camera's; a small file may claim a picture that fills the memory of whoever opens it. */
const mostPixels = 200_000_000

/** The picture alone, by the PNG specification (third edition): chunks of text and what follows the end are taken out. */
export function cleanPng(file: Buffer): Cleaned {
  if (!file.subarray(0, 8).equals(signature)) return broken
  const kept: Buffer[] = [signature]
  let hasData = false
  for (let at = 8; ; ) {
    if (at + 12 > file.length) return broken
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) return broken
    const type = file.subarray(at + 4, at + 8).toString('latin1')
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return broken
    if ((at === 8) !== (type === 'IHDR')) return broken
    if (type === 'IHDR' && !isSize(file.subarray(at + 8, end - 4))) return broken
    // By the case of its first letter a chunk is critical; one that we do not know would be missing from the picture.
    if (!pictureChunks.has(type) && /^[A-Z]/.test(type)) return broken
    if (pictureChunks.has(type)) kept.push(file.subarray(at, end))
    hasData ||= type === 'IDAT'
    at = end
    if (type === 'IEND') break
  }
  return hasData ? { bytes: Buffer.concat(kept) } : broken
}

function isSize(header: Buffer): boolean {
  if (header.length !== 13) return false
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  return width > 0 && height > 0 && width * height <= mostPixels
}
