import { readFileSync } from 'node:fs'
import { semanticFeatures } from '../../src/matching/features.js'
import type { Graded } from './pairwise.js'

/** What referrals have shown, as `duijie learn labels` writes it. */
export interface LiveLabel extends Graded {
  readonly needId: string
}

/** Labels are compared with so many others of the opposite kind. */
const inPortion = 40

/** @param file JSONL; labels of a version that knew other features are left out */
export function readLiveLabels(file: string): LiveLabel[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.flatMap((line) => {
    const { needId, fits, features } = JSON.parse(line) as {
      needId: string
      fits: 0 | 1
      features: Record<string, number>
    }
    const values = semanticFeatures.map((name) => features[name])
    if (values.some((value) => value === undefined)) return []
    return [{ needId, grade: fits ? 2 : 0, x: Float32Array.from(values as number[]) }]
  })
}

/**
 * Portions to be ranked: what fitted before what did not. Most needs have one label only, so labels of different needs
 * are compared with each other: a score means the same for every need.
 */
export function portionsOf(labels: readonly LiveLabel[]): LiveLabel[][] {
  const good = labels.filter(({ grade }) => grade > 0)
  const bad = labels.filter(({ grade }) => grade === 0)
  if (!good.length || !bad.length) return []
  const count = Math.ceil(Math.max(good.length, bad.length) / (inPortion / 2))
  return Array.from({ length: count }, (_, at) => [...dealt(good, at, count), ...dealt(bad, at, count)])
}

/** Every count-th, and at least one. */
function dealt(labels: readonly LiveLabel[], at: number, count: number): LiveLabel[] {
  const own = labels.filter((_, i) => i % count === at)
  return own.length ? own : [labels[at % labels.length] as LiveLabel]
}

/** The share of pairs of a fitting and an unfitting label that are ranked rightly; ties count half (AUC). */
export function rightlyRanked(scored: readonly { readonly grade: number; readonly score: number }[]): number {
  const good = scored.filter(({ grade }) => grade > 0)
  const bad = scored.filter(({ grade }) => grade === 0)
  let right = 0
  for (const one of good)
    for (const other of bad) right += one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0
  return right / (good.length * bad.length)
}
