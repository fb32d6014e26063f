import type { Address, Arena } from './arena.js'
import { affinityUpTo, type Bound, mostOfKinds, root, upTo } from './bounds.js'
import { profileAt } from './candidate-table.js'
import { fanOut } from './cells.js'
import { meritAt, meritIn, servicesAt, someOpen, someSpecific } from './envelope.js'
import { type Comparison, isSpecific } from './features.js'
import { confidenceIn, wordsAt } from './profile.js'
import type { Weights } from './score.js'

/** How high needs can score for one offering: coarser, since each need divides by what it asks in all. */
export class OfferingBound implements Bound {
  /** For each service how much affinity a share of 1 brings. */
  private readonly pull: Float64Array
  /** How well the offering meets each service. */
  private readonly met: Float64Array
  /** How well it suits each group. */
  private readonly fit: Float64Array
  private readonly kind: number
  readonly begins = new Uint32Array(fanOut)
  readonly bounds = new Float32Array(fanOut)

  /**
   * @param packed the offering's profile
   * @param mostOfWords what words add at most, in log-odds
   */
  constructor(
    packed: Uint32Array,
    private readonly mostOfWords: number,
    by: Comparison,
    private readonly weights: Weights,
    private readonly rows: Arena,
  ) {
    this.pull = new Float64Array(by.services)
    this.met = new Float64Array(by.services)
    this.fit = new Float64Array(by.groups)
    const strongest = packed[0] ? (packed[1] as number) & 255 : 1
    for (let i = 1; i <= (packed[0] as number); i++) {
      const entry = packed[i] as number
      this.meet(entry >>> 8, root[entry & 255] as number, Math.sqrt((entry & 255) / strongest), by)
    }
    const groupsAt = 1 + (packed[0] as number)
    for (let i = groupsAt + 1; i <= groupsAt + (packed[groupsAt] as number); i++) {
      const entry = packed[i] as number
      this.suit(entry >>> 8, confidenceIn(entry), by)
    }
    this.kind = isSpecific(packed, groupsAt, by) ? someSpecific : someOpen
  }

  private meet(done: number, root: number, ratio: number, { closeness, services }: Comparison): void {
    for (let asked = 0; asked < services; asked++) {
      const near = closeness[asked * services + done] as number
      if (near === 0) continue
      this.pull[asked] = (this.pull[asked] as number) + near * near * root
      this.met[asked] = Math.max(this.met[asked] as number, near * ratio)
    }
  }

  private suit(offered: number, confidence: number, { suitability, groups }: Comparison): void {
    for (let person = 0; person < groups; person++) {
      const suits = (suitability[offered * groups + person] as number) * confidence
      this.fit[person] = Math.max(this.fit[person] as number, suits)
    }
  }

  envelopes(first: Address, count: number): void {
    let next = first
    for (let i = 0; i < count; i++) {
      this.begins[i] = next
      next = this.boundOne(i, this.rows.data, next)
    }
  }

  /** Leaves them to whoever looks: a need is quickly compared with one offering in full. */
  briefs(first: Address, count: number): void {
    const { data } = this.rows
    let next = first
    for (let i = 0; i < count; i++) {
      this.begins[i] = data[next] as Address
      this.bounds[i] = Number.POSITIVE_INFINITY
      next = wordsAt(data, next + profileAt)
    }
  }

  private boundOne(place: number, data: Uint32Array, start: number): number {
    const services = start + servicesAt
    const counts = data[services] as number
    const groupsAt = services + 1 + (counts & 0xffff)
    let sum = 0
    let squares = 0
    let wish = 0
    let service = 0
    for (let i = services + 1; i < groupsAt; i++) {
      const entry = data[i] as number
      const drawn = this.pull[entry >>> 16] as number
      if (drawn === 0) continue
      sum += drawn * (root[entry & 255] as number)
      squares += drawn * drawn
      const met = this.met[entry >>> 16] as number
      wish = Math.max(wish, met)
      service = Math.max(service, met * (root[(entry >>> 8) & 255] as number))
    }
    let fit = 0
    let surest = 0
    const end = groupsAt + 1 + ((data[groupsAt] as number) >>> 2)
    for (let i = groupsAt + 1; i < end; i++) {
      const entry = data[i] as number
      const suits = this.fit[entry >>> 8] as number
      fit = Math.max(fit, suits)
      surest = Math.max(surest, (suits * (entry & 255)) / 255)
    }
    const { bias, features: weigh } = this.weights
    this.bounds[place] =
      bias +
      this.mostOfWords +
      meritIn(data[start + meritAt] as number) +
      upTo(affinityUpTo(sum, squares, counts >>> 16), weigh.affinity) +
      upTo(wish, weigh.wish) +
      upTo(service, weigh.service) +
      upTo(0.5 * fit + 0.5 * surest, weigh.group) +
      // A need that names no group is no other's.
      mostOfKinds(this.kind, 0.5, weigh)
    return end
  }
}
