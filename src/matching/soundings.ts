import { hasBit, setBit } from '../platform/bits.js'

/** As many bits as stay within reach of the processor: 32 kB. */
const width = 18
const size = 2 ** width

/** The hash of a stretch of sounds that ends at `end`, from that of its beginning up to `from`. */
export function hashOn(hash: number, sounds: Uint16Array, from: number, end: number): number {
  let on = hash
  for (let i = from; i < end; i++) on = (Math.imul(on, 421) + (sounds[i] as number) + 1) | 0
  return on
}

/** Which hashes some phrase has: two bits for each, so that one stretch in sixty passes that sounds like none. */
export class Soundings {
  private readonly bits = new Uint32Array(size / 32)

  add(hash: number): void {
    setBit(this.bits, hash & (size - 1))
    setBit(this.bits, hash >>> (32 - width))
  }

  may(hash: number): boolean {
    return hasBit(this.bits, hash & (size - 1)) && hasBit(this.bits, hash >>> (32 - width))
  }
}
