import { normalize } from '../../../src/platform/text/index.js'
import type { Document, Ranker } from './ranker.js'

/** The usual constants of BM25 (Robertson and Zaragoza 2009). */
const k1 = 1.2
const b = 0.75

function bigramsOf(text: string): string[] {
  const characters = [...normalize(text).replace(/[^\p{L}\p{N}]+/gu, '')]
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

/** BM25 over pairs of neighbouring characters: needs no dictionary, and is the best of the plain rankers here. */
export function createBigrams(documents: Iterable<Document>): Ranker {
  const ids: string[] = []
  const lengths: number[] = []
  const postings = new Map<string, Map<number, number>>()
  for (const { id, title, text } of documents) {
    const bigrams = bigramsOf(`${title}。${text}`)
    const at = ids.push(id) - 1
    lengths.push(bigrams.length)
    for (const bigram of bigrams) {
      const list = postings.get(bigram) ?? new Map<number, number>()
      list.set(at, (list.get(at) ?? 0) + 1)
      postings.set(bigram, list)
    }
  }
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, ids.length)
  return {
    name: 'bigram BM25',
    async rank(text, limit) {
      const scores = new Map<number, number>()
      for (const bigram of new Set(bigramsOf(text))) {
        const list = postings.get(bigram)
        if (!list) continue
        const rarity = Math.log(1 + (ids.length - list.size + 0.5) / (list.size + 0.5))
        for (const [at, times] of list) {
          const norm = k1 * (1 - b + (b * (lengths[at] as number)) / meanLength)
          scores.set(at, (scores.get(at) ?? 0) + (rarity * times * (k1 + 1)) / (times + norm))
        }
      }
      const order = [...scores].sort((x, y) => y[1] - x[1] || x[0] - y[0])
      return order.slice(0, limit).map(([at]) => ids[at] as string)
    },
    close() {},
  }
}
