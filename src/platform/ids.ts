import { randomFillSync } from 'node:crypto'
import type { Clock } from './clock.js'

/** Where identifiers come from; tests set it. */
export interface Ids {
  /** @param prefix one or two letters naming the kind, e.g. `n` for a need */
  next(prefix: string): string
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

function base32(value: number, length: number): string {
  let out = ''
  for (let i = 0; i < length; i++) {
    out = alphabet[value % 32] + out
    value = Math.floor(value / 32)
  }
  return out
}

const randomLength = 11
/** Random characters are drawn by the thousand: asking the system for eleven at a time costs an import dearly. */
const bytes = Buffer.alloc(randomLength * 256)
let drawn = ''
let used = 0

function randomPart(): string {
  if (used === drawn.length) {
    randomFillSync(bytes)
    for (let i = 0; i < bytes.length; i++) bytes[i] = alphabet.charCodeAt((bytes[i] as number) & 31)
    drawn = bytes.toString('latin1')
    used = 0
  }
  used += randomLength
  return drawn.slice(used - randomLength, used)
}

/**
 * Ids like `n-01k8f3q2t8x7m4c9e2p0`: nine characters of milliseconds, so that they sort by birth and rows land at
 * the end of an index, then eleven random ones (55 bits), so that two processes never agree by chance.
 */
export function timeOrderedIds(clock: Clock): Ids {
  let at = Number.NaN
  let timePart = ''
  return {
    next(prefix) {
      const now = clock.now().getTime()
      if (now !== at) {
        at = now
        timePart = base32(now, 9)
      }
      return `${prefix}-${timePart}${randomPart()}`
    },
  }
}
