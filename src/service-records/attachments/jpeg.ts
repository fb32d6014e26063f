import { broken, type Cleaned } from './bytes.js'
import { orientationOf, orientationSegment } from './orientation.js'

/** Markers by ITU-T T.81, table B.1. */
const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, com: 0xfe }

/**
 * The picture alone: EXIF with place and camera, XMP, IPTC, comments, previews and whatever follows the end are taken
 * out, the compressed data is left as it is. Which way up it is stays, and so do JFIF, Adobe's colours and the colour
 * profile, without which it would look otherwise.
 */
export function cleanJpeg(file: Buffer): Cleaned {
  if (file.length < 4 || file[0] !== 0xff || file[1] !== marker.soi) return broken
  const kept: Buffer[] = [file.subarray(0, 2)]
  let orientation: number | undefined
  let hasFrame = false
  let hasScan = false
  for (let at = 2; ; ) {
    const begin = at
    if (file[at] !== 0xff) return broken
    while (file[at + 1] === 0xff) at++
    const code = file[at + 1]
    if (code === undefined) return broken
    if (code === marker.eoi) break
    const length = at + 4 <= file.length ? file.readUInt16BE(at + 2) : 0
    const end = at + 2 + length
    if (length < 2 || end > file.length) return broken
    const content = file.subarray(at + 4, end)
    if (code === marker.app1) orientation ??= orientationOf(content)
    hasFrame ||= isFrame(code)
    if (isPicture(code, content)) kept.push(file.subarray(begin, end))
    at = end
    if (code !== marker.sos) continue
    hasScan = true
    const next = endOfScan(file, at)
    if (next === undefined) return broken
    kept.push(file.subarray(at, next))
    at = next
  }
  if (!hasFrame || !hasScan) return broken
  if (orientation !== undefined && orientation > 1) kept.splice(1, 0, orientationSegment(orientation))
  return { bytes: Buffer.concat([...kept, Buffer.from([0xff, marker.eoi])]) }
}

/** SOF0 to SOF15 but for DHT, JPG and DAC, which share the range. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc
}

function isPicture(code: number, content: Buffer): boolean {
  const begins = (text: string) => content.subarray(0, text.length).toString('latin1') === text
  if (code === marker.app0) return begins('JFIF\0')
  if (code === marker.app2) return begins('ICC_PROFILE\0')
  if (code === marker.app14) return begins('Adobe')
  const isApplication = code >= marker.app0 && code <= 0xef
  return !isApplication && code !== marker.com && code < 0xf0
}

/** Where the marker after a scan's data begins: 0xff there stands for itself before 0, and for a restart before D0 to D7. */
function endOfScan(file: Buffer, from: number): number | undefined {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1]
    if (next === undefined) return undefined
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return undefined
}
