import { setImmediate } from 'node:timers/promises'
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
 * Texts to compare others with, each known by its place in the order in which they came. They are found by the pairs of
 * neighbouring characters that they share with a text, so that a thousand cost little more than those that are alike.
 */
export class ComparedTexts {
  readonly #placesOf = new Map<string, number[]>()
  readonly #sizes: number[] = []

  add(text: string): void {
    const pairs = pairsOf(text)
    for (const pair of pairs) {
      const places = this.#placesOf.get(pair)
      if (places) places.push(this.#sizes.length)
      else this.#placesOf.set(pair, [this.#sizes.length])
    }
    this.#sizes.push(pairs.size)
  }

  /**
   * Those that say nearly the same, with how alike they are, `leastSimilarity` to 1: Dice's coefficient over the sets of
   * pairs. Pairs stand for words well enough in Chinese and ask for no segmentation.
   */
  alike(text: string): { readonly at: number; readonly similarity: number }[] {
    const pairs = pairsOf(text)
    const shared = new Map<number, number>()
    for (const pair of pairs) {
      for (const at of this.#placesOf.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    }
    return Array.from(shared, ([at, count]) => ({
      at,
      similarity: (2 * count) / (pairs.size + (this.#sizes[at] ?? 0)),
    })).filter(({ similarity }) => similarity >= leastSimilarity)
  }
}

/** Of one character, the pair that it makes with nothing. */
function pairsOf(text: string): Set<string> {
  const bare = normalize(text).replace(/[^\p{L}\p{N}]+/gu, '')
  const pairs = new Set<string>(bare.length === 1 ? [bare] : [])
  for (let at = 0; at < bare.length - 1; at++) pairs.add(bare.slice(at, at + 2))
  return pairs
}

/** Of needs from the same region and time, those whose text is much like `text`, most alike first; withdrawn ones aside. */
export function likelyDuplicates(text: string, needs: readonly Need[]): Duplicate[] {
  return duplicateFinder(needs)(text)
}

/** The same for many texts, for which the needs are prepared once. */
export function duplicateFinder(needs: readonly Need[]): (text: string) => Duplicate[] {
  const compared = needs.filter(({ state }) => state !== 'withdrawn')
  const texts = new ComparedTexts()
  for (const { text } of compared) texts.add(text)
  return (text) =>
    texts
      .alike(text)
      .map(({ at, similarity }) => ({ ...(compared[at] as Need), similarity }))
      .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
      .slice(0, mostShown)
      .map(({ id, title, similarity }) => ({ id, title, similarity: rounded(similarity) }))
}

/** A text that is to become a need. */
export interface NewText {
  readonly title: string
  readonly text: string
}

/** What a text of several is most like: a need that is kept, or one that came before it, by its place. */
export type MostAlike = Omit<Duplicate, 'id'> & ({ readonly id: string } | { readonly at: number })

/** So many are looked at between two turns of others. */
const inOneGo = 100

/** For each of some texts that come together what it is most like, a kept need first where both are alike. */
export async function mostAlike(
  texts: readonly NewText[],
  needs: readonly Need[],
): Promise<(MostAlike | undefined)[]> {
  const inStore = duplicateFinder(needs)
  const before = new ComparedTexts()
  const found: (MostAlike | undefined)[] = []
  for (const [index, { text }] of texts.entries()) {
    if (index % inOneGo === inOneGo - 1) await setImmediate()
    const [kept] = inStore(text)
    const [earlier] = before.alike(text).sort((a, b) => b.similarity - a.similarity || a.at - b.at)
    before.add(text)
    found.push(
      earlier && rounded(earlier.similarity) > (kept?.similarity ?? 0)
        ? { at: earlier.at, title: texts[earlier.at]?.title ?? '', similarity: rounded(earlier.similarity) }
        : kept,
    )
  }
  return found
}

function rounded(similarity: number): number {
  return Math.round(similarity * 100) / 100
}
