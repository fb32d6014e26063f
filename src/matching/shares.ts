import type { Tree } from '../taxonomy/index.js'
import { type AgeBand, type AgeSpan, bandOf } from './cues/age.js'
import type { CrisisKind } from './cues/urgency.js'

/**
 * Less sure than `leastService` is not worth a tag; where nothing is sure, what is not far behind the surest is worth
 * one all the same.
 */
const leastService = 0.02
const notFarBehind = 0.15
/** How much the needs that a text joins count beside the text as a whole. */
const partsShare = 0.8

/** Of a need what is worth a tag, as shares of one: the many faint thoughts about the rest say nothing. */
export function kept(shares: Float32Array): Float32Array {
  const least = leastOf(shares)
  const out = new Float32Array(shares.length)
  for (let term = 0; term < shares.length; term++) {
    const share = shares[term] as number
    if (share >= least) out[term] = share
  }
  return asOne(out)
}

export const leastOf = (shares: Float32Array): number =>
  Math.min(leastService, notFarBehind * strongestOf(shares))

function strongestOf(shares: Float32Array): number {
  let top = 0
  for (let term = 0; term < shares.length; term++) top = Math.max(top, shares[term] as number)
  return top
}

/** The same array, its shares brought to sum to one. */
function asOne(shares: Float32Array): Float32Array {
  let sum = 0
  for (let term = 0; term < shares.length; term++) sum += shares[term] as number
  for (let term = 0; term < shares.length; term++) {
    const share = shares[term] as number
    if (share > 0) shares[term] = share / sum
  }
  return shares
}

/**
 * Each of several needs in one text keeps a share of its own; alone it would be lost in the mean of all words. The main things
 * of all of them count the same, however sure each is: somebody asks for both.
 */
export function together(whole: Float32Array, parts: readonly Float32Array[]): Float32Array {
  if (!parts.length) return whole
  const strongest = parts.map(strongestOf)
  const ofParts = asOne(
    whole.map((_, term) =>
      parts.reduce((sum, part, i) => sum + (part[term] as number) / (strongest[i] as number), 0),
    ),
  )
  return whole.map((share, term) => share * (1 - partsShare) + (ofParts[term] as number) * partsShare)
}

/** What a crisis calls for is asked for as surely as anything else in the text; all shares together stay 1. */
export function towardsCrisis(shares: Float32Array, called: readonly number[]): Float32Array {
  if (!called.length) return shares
  const strongest = strongestOf(shares)
  const out = shares.slice()
  for (const term of called) out[term] = Math.max(out[term] as number, strongest)
  return asOne(out)
}

/** Somebody of 72 is an older person, and whoever is in danger of suicide is in distress, whatever else the text says. */
const groupOfBand: Readonly<Record<AgeBand, string | undefined>> = {
  infant: 'infants',
  child: 'children-under14',
  teen: 'teens',
  adult: undefined,
  senior: 'elderly',
}
const groupOfCrisis: Readonly<Record<CrisisKind, string | undefined>> = {
  'self-harm': 'mental-common',
  danger: undefined,
  'child-abuse': 'children-abused',
  violence: 'dv-survivors',
  'elder-abuse': 'elderly',
}
const sureByCue = 0.5

/** Groups of a need with those that ages and kinds of crisis speak of, at least half sure. */
export function withCues(
  groups: Float32Array,
  ages: readonly AgeSpan[],
  kinds: readonly CrisisKind[],
  tree: Tree,
): Float32Array {
  const out = groups.slice()
  const ids = [
    ...ages.map(({ from }) => groupOfBand[bandOf(from)]),
    ...kinds.map((kind) => groupOfCrisis[kind]),
  ]
  for (const id of ids) {
    if (!id) continue
    const term = tree.indexOf(id)
    out[term] = Math.max(out[term] as number, sureByCue)
  }
  return out
}
