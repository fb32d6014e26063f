import dice from 'natural/lib/natural/distance/dice_coefficient.js'
import { normalize } from '../platform/text/index.js'
import type { Need } from './model.js'

/** A need that may be the same as another one. */
export interface Duplicate {
  readonly id: string
  readonly title: string
  /** 0 to 1; 1 is the same text. */
  readonly similarity: number
}

/** Over how many days the same need may come in again by another way. */
export const duplicateDays = 30
/**
 * Of 405,000 pairs of different needs (900 of seeds/corpus) the most alike reach 0.31; one need told twice, each time in
 * other words, reaches 0.36 to 0.8.
 */
export const leastSimilarity = 0.4
const mostShown = 5

/**
 * How alike two texts are, 0 to 1: Dice's coefficient over the sets of pairs of neighbouring characters. Pairs stand
 * for words well enough in Chinese and ask for no segmentation.
 */
export function similarity(a: string, b: string): number {
  return dice(bare(a), bare(b))
}

function bare(text: string): string {
  return normalize(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Of needs from the same region and time, those whose text is much like `text`, most alike first; withdrawn ones aside. */
export function likelyDuplicates(text: string, needs: readonly Need[]): Duplicate[] {
  return needs
    .filter(({ state }) => state !== 'withdrawn')
    .map((need) => ({ id: need.id, title: need.title, similarity: similarity(text, need.text) }))
    .filter((duplicate) => duplicate.similarity >= leastSimilarity)
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
    .slice(0, mostShown)
    .map((duplicate) => ({ ...duplicate, similarity: Math.round(duplicate.similarity * 100) / 100 }))
}
