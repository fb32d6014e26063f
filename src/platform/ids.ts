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

/** Random bytes are drawn by the thousand: asking the system for eleven at a time costs an import dearly. */
const pool = Buffer.alloc(11 * 256)
let used = pool.length

function randomPart(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let tail = ''
  for (const end = used + 11; used < end; used++) tail += alphabet[(pool[used] as number) & 31]
  return tail
}

/**
 * Ids like `n-01k8f3q2t8x7m4c9e2p0`: nine characters of milliseconds, so that they sort by birth and rows land at
 * the end of an index, then eleven random ones (55 bits), so that two processes never agree by chance.
 */
export function timeOrderedIds(clock: Clock): Ids {
  return { next: (prefix) => `${prefix}-${base32(clock.now().getTime(), 9)}${randomPart()}` }
}
