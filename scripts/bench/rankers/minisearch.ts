import MiniSearch from 'minisearch'
import { type Cut, type Document, queryWords, type Ranker, spaced } from './ranker.js'

const bySpace = (text: string): string[] => text.split(' ')

/** MiniSearch (BM25+) over one field of jieba words; OR, neither prefixes nor typos. */
export function createMiniSearch(documents: Iterable<Document>, cut: Cut): Ranker {
  const index = new MiniSearch({ fields: ['words'], tokenize: bySpace, processTerm: (word) => word })
  for (const document of documents) index.add({ id: document.id, words: spaced(document, cut) })
  return {
    name: 'MiniSearch',
    async rank(text, limit, words) {
      const found = index.search(queryWords(text, cut, words).join(' '), { combineWith: 'OR' })
      return found.slice(0, limit).map(({ id }) => String(id))
    },
    close() {},
  }
}
