import { create, insertMultiple, search } from '@orama/orama'
import { type Cut, type Document, queryWords, type Ranker, spaced } from './ranker.js'

const bySpace = (text: string): string[] => text.split(' ')

/** Orama (BM25) over one field of jieba words; any word may match (threshold 1). */
export async function createOrama(documents: Iterable<Document>, cut: Cut): Promise<Ranker> {
  const index = create({
    schema: { words: 'string' },
    components: {
      tokenizer: { language: 'jieba', normalizationCache: new Map(), tokenize: bySpace },
    },
  })
  const entries = Array.from(documents, (document) => ({ id: document.id, words: spaced(document, cut) }))
  await insertMultiple(index, entries, 5_000)
  return {
    name: 'Orama',
    async rank(text, limit, words) {
      const term = queryWords(text, cut, words).join(' ')
      const { hits } = await search(index, { term, limit, threshold: 1 })
      return hits.map(({ id }) => id)
    },
    close() {},
  }
}
