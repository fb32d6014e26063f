import { beginning } from '../platform/relay/index.js'
import { type Anchor, hashOf, origin, type Seal, sealNumber } from './model.js'
import type { Report } from './problems.js'

/** Checks that the seals, given one by one in their order, make one chain from the first. */
export class Chain {
  last: Seal | undefined
  count = 0

  constructor(
    private readonly report: Report,
    private readonly anchor: Anchor | undefined,
  ) {}

  add(seal: Seal): void {
    const number = sealNumber(seal)
    const expected = this.last ? sealNumber(this.last) + 1 : 1
    if (number > expected)
      this.report('seal-missing', number - expected > 1 ? `${expected}-${number - 1}` : expected)
    // After a gap the hash before is not known, and nothing can be said of this one.
    else if (hashOf(this.last?.hash ?? origin, seal) !== seal.hash) this.report('seal-changed', number)
    if (this.anchor?.number === number && this.anchor.hash !== seal.hash)
      this.report('anchor-differs', number)
    this.last = seal
    this.count++
  }

  /** @param sealedUntil the step of the change log up to which seals were made, as it is written elsewhere */
  finish(sealedUntil: string | undefined): void {
    const number = this.last ? sealNumber(this.last) : 0
    const isCut = sealedUntil === undefined ? number > 0 : sealedUntil > (this.last?.step ?? beginning)
    if (isCut) this.report('end-missing', number + 1)
    if (this.anchor && this.anchor.number > number) this.report('anchor-missing', this.anchor.number)
  }
}
