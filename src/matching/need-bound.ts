import { mostTags } from './analyse.js'
import { affinityUpTo, type Bound, mostOfKinds, root } from './bounds.js'
import { meritIn, servicesIn, someOpen, someSpecific } from './envelope.js'
import { type Comparison, isSpecific } from './features.js'
import type { Weights } from './score.js'
import type { WordQuery } from './word-query.js'

/**
 * How high offerings can score for one need: from tables over all services and groups, in a quarter of the time that
 * comparing two profiles takes. Made once and set to one need after the other, since the tables are large.
 */
export class NeedBound implements Bound {
  /** What is asked for, in the order of the taxonomy: what is near to one service then stands together. */
  private readonly entries = new Uint32Array(mostTags)
  /** For each service how much affinity a share of 1 brings. */
  private readonly pull: Float64Array
  /** services x asked: closeness; and from where to before where in a row it is above 0. */
  private readonly near: Float64Array
  private readonly firstNear: Uint8Array
  private readonly endNear: Uint8Array
  /** groups x persons: suitability; and whether any is above 0. */
  private readonly fits: Float64Array
  private readonly suits: Uint8Array
  /** What each service that is asked for counts in `wish` and in `service`, and how well it is met. */
  private readonly wish = new Float64Array(mostTags)
  private readonly service = new Float64Array(mostTags)
  private readonly met = new Float64Array(mostTags)
  /** How sure each group of the person is, and how well it is suited. */
  private readonly confidence = new Float64Array(mostTags)
  private readonly fit = new Float64Array(mostTags)
  private readonly gains: ReturnType<typeof gainsOf>
  private asked = 0
  private persons = 0
  private confidences = 0

  constructor(
    private readonly by: Comparison,
    private readonly weights: Weights,
    /** Is set to each need as well. */
    readonly words: WordQuery,
  ) {
    this.gains = gainsOf(weights)
    this.pull = new Float64Array(by.services)
    this.near = new Float64Array(by.services * mostTags)
    this.firstNear = new Uint8Array(by.services)
    this.endNear = new Uint8Array(by.services)
    this.fits = new Float64Array(by.groups * mostTags)
    this.suits = new Uint8Array(by.groups)
  }

  /** @param packed the need's profile */
  of(packed: Uint32Array): this {
    this.words.of(packed)
    this.asked = packed[0] as number
    const groupsAt = 1 + this.asked
    this.persons = packed[groupsAt] as number
    this.pull.fill(0)
    this.near.fill(0)
    this.suits.fill(0)
    let shares = 0
    for (let i = 1; i < groupsAt; i++) shares += (packed[i] as number) & 255
    this.entries.set(packed.subarray(1, groupsAt))
    this.entries.subarray(0, this.asked).sort()
    for (let i = 0; i < this.asked; i++) {
      const entry = this.entries[i] as number
      this.wish[i] = (entry & 255) / shares
      this.service[i] = Math.sqrt((entry & 255) / ((packed[1] as number) & 255))
      this.askFor(i, entry >>> 8, root[entry & 255] as number)
    }
    this.confidences = 0
    for (let i = 0; i < this.persons; i++) {
      const entry = packed[groupsAt + 1 + i] as number
      this.confidence[i] = (entry & 255) / 255
      this.confidences += (entry & 255) / 255
      this.askAs(i, entry >>> 8)
    }
    return this
  }

  most(data: Uint32Array, start: number): number {
    const { pull } = this
    const servicesAt = start + servicesIn
    const counts = data[servicesAt] as number
    const groupsAt = servicesAt + 1 + (counts & 0xffff)
    let sum = 0
    let squares = 0
    this.begin()
    for (let i = servicesAt + 1; i < groupsAt; i++) {
      const entry = data[i] as number
      const drawn = pull[entry >>> 16] as number
      if (drawn === 0) continue
      sum += drawn * (root[entry & 255] as number)
      squares += drawn * drawn
      this.meet(entry >>> 16, root[(entry >>> 8) & 255] as number)
    }
    const header = data[groupsAt] as number
    this.suitAll(data, groupsAt + 1, groupsAt + (header >>> 2))
    const affinity = affinityUpTo(sum, squares, counts >>> 16)
    const words = this.gains.words * this.words.mostWithin(data, start + 1)
    return meritIn(data[start] as number) + words + this.total(affinity, header)
  }

  /** The most that all but the words of one profile come to; where no weight is negative, just what they come to. */
  tags(data: Uint32Array, start: number): number {
    const { pull } = this
    const groupsAt = start + 1 + (data[start] as number)
    let affinity = 0
    this.begin()
    const scale = groupsAt > start + 1 ? 1 / (root[(data[start + 1] as number) & 255] as number) : 1
    for (let i = start + 1; i < groupsAt; i++) {
      const entry = data[i] as number
      const drawn = pull[entry >>> 8] as number
      if (drawn === 0) continue
      affinity += drawn * (root[entry & 255] as number)
      this.meet(entry >>> 8, (root[entry & 255] as number) * scale)
    }
    this.suitAll(data, groupsAt + 1, groupsAt + (data[groupsAt] as number))
    return this.total(affinity, isSpecific(data, groupsAt, this.by) ? someSpecific : someOpen)
  }

  private begin(): void {
    const { met, fit, asked, persons } = this
    for (let j = 0; j < asked; j++) met[j] = 0
    for (let j = 0; j < persons; j++) fit[j] = 0
  }

  /** @param ratio root of the service's share beside the strongest */
  private meet(service: number, ratio: number): void {
    const { near, met } = this
    const row = service * mostTags
    const end = this.endNear[service] as number
    for (let j = this.firstNear[service] as number; j < end; j++) {
      const value = (near[row + j] as number) * ratio
      if (value > (met[j] as number)) met[j] = value
    }
  }

  /** Takes in groups with their confidences, 0 to 255 each, from entry `from` to `last`. */
  private suitAll(data: Uint32Array, from: number, last: number): void {
    const { suits, fits, fit, persons } = this
    for (let i = from; i <= last; i++) {
      const group = (data[i] as number) >>> 8
      if (!suits[group]) continue
      const sure = ((data[i] as number) & 255) / 255
      const row = group * mostTags
      for (let j = 0; j < persons; j++) {
        const value = (fits[row + j] as number) * sure
        if (value > (fit[j] as number)) fit[j] = value
      }
    }
  }

  private total(affinity: number, kinds: number): number {
    const { asked, persons, gains } = this
    let wish = 0
    let service = 0
    for (let j = 0; j < asked; j++) {
      const met = this.met[j] as number
      wish += (this.wish[j] as number) * met
      const reached = (this.service[j] as number) * met
      if (reached > service) service = reached
    }
    let fitting = 0
    let surest = 0
    for (let j = 0; j < persons; j++) {
      const value = (this.confidence[j] as number) * (this.fit[j] as number)
      fitting += value
      if (value > surest) surest = value
    }
    const group = persons ? 0.5 * (fitting / this.confidences) + 0.5 * surest : 0
    return (
      gains.bias +
      gains.affinity * Math.min(1, affinity) +
      gains.wish * wish +
      gains.service * service +
      gains.group * group +
      mostOfKinds(kinds, persons ? surest : 0.5, this.weights.features)
    )
  }

  private askFor(asked: number, service: number, root: number): void {
    const { closeness, services } = this.by
    for (let other = 0; other < services; other++) {
      const near = closeness[service * services + other] as number
      if (near === 0) continue
      if (this.pull[other] === 0) this.firstNear[other] = asked
      this.endNear[other] = asked + 1
      this.near[other * mostTags + asked] = near
      this.pull[other] = (this.pull[other] as number) + near * near * root
    }
  }

  private askAs(person: number, group: number): void {
    const { suitability, groups } = this.by
    for (let offered = 0; offered < groups; offered++) {
      const suits = suitability[offered * groups + group] as number
      this.fits[offered * mostTags + person] = suits
      if (suits > 0) this.suits[offered] = 1
    }
  }
}

/** What features add at most, where a negative weight adds nothing. */
function gainsOf({ bias, features }: Weights) {
  return {
    bias,
    words: Math.max(0, features.words),
    affinity: Math.max(0, features.affinity),
    wish: Math.max(0, features.wish),
    service: Math.max(0, features.service),
    group: Math.max(0, features.group),
  }
}
