import { setBit } from '../platform/bits.js'
import { type Comparison, isSpecific } from './features.js'
import { wordsAt } from './profile.js'

/** Entries of the sieve: eight texts fill a third of it. */
export const sieveSize = 16

/** Where in an envelope its parts lie; the services with their number, then the groups. */
export const meritAt = 1
export const sieveAt = 2
export const servicesAt = sieveAt + sieveSize

/** Which bit of a sieve a word is. */
export const sieveBit = (key: number): number => key & (32 * sieveSize - 1)

/** Some of the profiles name no group; some do. */
export const someOpen = 1
export const someSpecific = 2

/** Merits are kept in steps of 1/1024, rounded up, from far below any sum of weights. */
export const meritStep = 1_024
export const meritZero = 2 ** 30

export const meritEntry = (merit: number): number => Math.ceil(merit * meritStep) + meritZero
export const meritIn = (entry: number): number => (entry - meritZero) / meritStep

/**
 * Draws envelopes, one after another. An envelope is the least profile that none of some profiles exceeds, in one row:
 * [what it is around, merit, `sieveSize` entries of the sieve, greatest sum of shares << 16 | services,
 * (term << 16 | ratio << 8 | share)..., groups << 2 | kinds, (group << 8 | confidence)...]. Bytes n mean n/255, `ratio` is
 * the share beside the strongest of its text; kinds are `someOpen` and `someSpecific`; the sieve has a bit for each
 * remainder of a word's key that occurs (Bloom 1970). What an envelope scores at most, nothing within it exceeds
 * (block-max indexes: Ding and Suel, SIGIR 2011).
 */
export class EnvelopeMaker {
  private readonly ratios: Uint8Array
  private readonly shares: Uint8Array
  private readonly confidences: Uint8Array
  private readonly sieve = new Uint32Array(sieveSize)
  private services: number[] = []
  private groups: number[] = []
  private kinds = 0
  private merit = 0
  private mostShares = 0

  constructor(private readonly by: Comparison) {
    this.ratios = new Uint8Array(by.services)
    this.shares = new Uint8Array(by.services)
    this.confidences = new Uint8Array(by.groups)
  }

  /**
   * @param data where the packed profile lies, from `start` to `end`
   * @param merit as an entry
   */
  add(data: Uint32Array, start: number, end: number, merit: number): void {
    const groupsAt = start + 1 + (data[start] as number)
    const strongest = groupsAt > start + 1 ? (data[start + 1] as number) & 255 : 1
    let sum = 0
    for (let i = start + 1; i < groupsAt; i++) {
      const share = (data[i] as number) & 255
      sum += share
      this.addService((data[i] as number) >>> 8, share, Math.ceil((255 * share) / strongest))
    }
    const words = wordsAt(data, start)
    for (let i = groupsAt + 1; i < words; i++)
      this.addGroup((data[i] as number) >>> 8, (data[i] as number) & 255)
    for (let i = words; i < end; i++) setBit(this.sieve, sieveBit((data[i] as number) >>> 8))
    this.kinds |= isSpecific(data, groupsAt, this.by) ? someSpecific : someOpen
    this.merit = Math.max(this.merit, merit)
    this.mostShares = Math.max(this.mostShares, sum)
  }

  /** Takes in all that an envelope holds. */
  addEnvelope(row: readonly number[], start: number): void {
    const services = start + servicesAt
    const counts = row[services] as number
    const groupsAt = services + 1 + (counts & 0xffff)
    for (let i = 0; i < sieveSize; i++)
      this.sieve[i] = (this.sieve[i] as number) | (row[start + sieveAt + i] as number)
    for (let i = services + 1; i < groupsAt; i++) {
      const entry = row[i] as number
      this.addService(entry >>> 16, entry & 255, (entry >>> 8) & 255)
    }
    const header = row[groupsAt] as number
    for (let i = groupsAt + 1; i <= groupsAt + (header >>> 2); i++) {
      this.addGroup((row[i] as number) >>> 8, (row[i] as number) & 255)
    }
    this.kinds |= header & (someOpen | someSpecific)
    this.merit = Math.max(this.merit, row[start + meritAt] as number)
    this.mostShares = Math.max(this.mostShares, counts >>> 16)
  }

  /** Appends the envelope of what was added to `out` and begins anew. @param around says what that was */
  finish(out: number[], around: number): void {
    out.push(around, this.merit, ...this.sieve, (this.mostShares << 16) | this.services.length)
    for (const term of this.services) {
      out.push((term << 16) | ((this.ratios[term] as number) << 8) | (this.shares[term] as number))
      this.shares[term] = 0
      this.ratios[term] = 0
    }
    out.push((this.groups.length << 2) | this.kinds)
    for (const group of this.groups) {
      out.push((group << 8) | (this.confidences[group] as number))
      this.confidences[group] = 0
    }
    this.sieve.fill(0)
    this.services = []
    this.groups = []
    this.kinds = 0
    this.merit = 0
    this.mostShares = 0
  }

  private addService(term: number, share: number, ratio: number): void {
    if (!this.shares[term]) this.services.push(term)
    this.shares[term] = Math.max(this.shares[term] as number, share)
    this.ratios[term] = Math.max(this.ratios[term] as number, Math.min(255, ratio))
  }

  private addGroup(group: number, confidence: number): void {
    if (!this.confidences[group]) this.groups.push(group)
    this.confidences[group] = Math.max(this.confidences[group] as number, confidence)
  }
}
