import { createHash } from 'node:crypto'
import { semanticFeatures } from '../../src/matching/features.js'
import type { KeptWeights } from '../../src/matching/index.js'
import { type Quality, qualityOf } from './labelled.js'
import { fitLogistic } from './logistic.js'
import type { NeedPairs } from './need-pairs.js'
import { random, shuffle } from './random.js'

/** Practical features cannot be learnt from texts: judgements ignore place, capacity and record. Set by hand. */
export const practical = { near: 0.5, mode: 0.4, capacity: 0.4, age: 0.5, record: 0.6, leadTime: 0.6 }

/** What the weight of each semantic feature may be; see `fitPairwise`. */
export const signs = semanticFeatures.map((name) => (name === 'otherGroup' ? -1 : name === 'open' ? 0 : 1))

export const folds = 8

/** Positions by fold, the same at every run. */
export function foldsOf(count: number): number[][] {
  const order = Array.from({ length: count }, (_, i) => i)
  shuffle(order, random(7))
  return Array.from({ length: folds }, (_, fold) => order.filter((_, i) => i % folds === fold))
}

export const raw = (model: readonly number[], x: Float32Array): number =>
  model.reduce((sum, w, i) => sum + w * (x[i] as number), 0)

/** How well a model ranks what is judged of one need. */
export function rankedQuality(model: readonly number[], { pairs, judged }: NeedPairs): Quality {
  const ranked = [...pairs].sort((a, b) => raw(model, b.x) - raw(model, a.x))
  return qualityOf(
    ranked.map((p) => p.id),
    judged,
  )
}

export interface HeldOut {
  readonly score: number
  readonly helpful: boolean
}

/** Platt (1999): the score of held-out folds against "clearly helpful" (grade >= 2) gives slope and offset. */
export function calibrate(heldOut: readonly HeldOut[]): { slope: number; bias: number } {
  const { weights, bias } = fitLogistic(
    heldOut.map((h) => ({ x: Float32Array.of(h.score), y: h.helpful ? 1 : 0 })),
    { ridge: 1e-3, signs: [1] },
  )
  return { slope: weights[0] as number, bias }
}

/** @param kept weights of the practical features */
export function weightsOf(
  model: readonly number[],
  { slope, bias }: { slope: number; bias: number },
  kept: Readonly<Record<string, number>>,
): KeptWeights {
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000
  const learnt = Object.fromEntries(
    semanticFeatures.map((name, i) => [name, rounded((model[i] as number) * slope)]),
  )
  const result = { bias: rounded(bias), features: { ...learnt, ...kept }, strong: 0.5, possible: 0.15 }
  const version = createHash('sha256').update(JSON.stringify(result)).digest('hex').slice(0, 8)
  return { version, ...result }
}
