import type { Text2 } from '../platform/http/route.js'

interface Described {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Service category ids. */
  readonly categories: readonly string[]
  /** Target group ids. */
  readonly groups: readonly string[]
  readonly ages?: { readonly from: number; readonly to: number }
}

/** A need as a file of needs describes it. */
export interface NeedInFile extends Described {
  readonly region?: string
}

/** An offering as a file of offerings describes it. */
export interface OfferingInFile extends Described {
  readonly organization?: string
  /** Region codes; empty: not said, anywhere. */
  readonly coverage: readonly string[]
}

export const fits = ['weak', 'possible', 'strong'] as const
export type Fit = (typeof fits)[number]

/** One offering for one need, and why. */
export interface Pairing {
  readonly offeringId: string
  /** In [0, 1]. */
  readonly score: number
  readonly fit: Fit
  readonly why: Text2
  /** Only when asked for. */
  readonly features?: Readonly<Record<string, { readonly value: number; readonly contribution: number }>>
}

/** The little that `match` asks of the matcher. */
export interface Pairer {
  add(offering: OfferingInFile): void
  /** Best first. @param limit >= 1 @param fit leaves out what fits less */
  pair(need: NeedInFile, options: { limit: number; explain: boolean; fit: Fit }): readonly Pairing[]
}
