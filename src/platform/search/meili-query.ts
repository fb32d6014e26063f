import { stem } from '../text/index.js'
import { cutAttribute, filterAttribute, filterWord, plainUnit, synonymWord } from './meili-document.js'
import type { SearchCollection, SearchQuery } from './port.js'
import { canBePinyin, type QueryWord, type QueryWords } from './search-query.js'
import { unitsOf } from './search-tokens.js'

/** The engine looks at no more words of one query. */
const mostWords = 10

/** One query as it is sent; the parts of an answer's rank that come from it are multiplied by `weight`. */
export interface SentQuery {
  readonly q: string
  readonly weight: number
  /** Undefined: all attributes. */
  readonly attributes: readonly string[] | undefined
}

/** All words must hit. */
export function strictQuery(collection: SearchCollection, { strict }: QueryWords): SentQuery {
  return sent(collection, strict, 1)
}

/** Any word may hit; whoever has all but one comes before those that have one. The engine has no "or" within a query. */
export function looseQueries(collection: SearchCollection, { strict, loose }: QueryWords): SentQuery[] {
  const many = strict.length > 2 ? strict.slice(0, mostWords) : []
  return [
    ...many.map((left) =>
      sent(
        collection,
        many.filter((word) => word !== left),
        1,
      ),
    ),
    ...loose.map((word) => sent(collection, [word], 0.5)),
  ]
}

function sent(collection: SearchCollection, words: readonly QueryWord[], weight: number): SentQuery {
  // The unfinished word last: only there the engine takes it as a beginning.
  const inOrder = words.toSorted((a, b) => Number(a.prefix) - Number(b.prefix)).slice(0, mostWords)
  const spoken = words.some((word) => !word.chinese && canBePinyin(word.text))
  return {
    q: inOrder.map(termOf).join(' '),
    weight,
    attributes: spoken ? undefined : collection.fields.map(({ name }) => cutAttribute(name)),
  }
}

/** A Chinese word is a phrase of its characters; a Latin one is looked up by its stem. */
function termOf({ text, chinese, alternatives }: QueryWord): string {
  if (chinese) {
    return alternatives.length ? synonymWord(text) : `"${unitsOf(text).map(plainUnit).join(' ')}"`
  }
  const stemmed = stem(text)
  // The space says that it is no beginning: of countri nothing but stems begins.
  return text.startsWith(stemmed) ? stemmed : `${stemmed} `
}

/** Expressions that must all hold. */
export function filterExpressions({ filters = {} }: SearchQuery): string[] {
  return Object.entries(filters).map(
    ([filter, values]) => `${filterAttribute(filter)} IN [${values.map(filterWord).map(quoted).join(', ')}]`,
  )
}

/** @param ids of documents */
export function idFilter(ids: readonly string[]): string {
  return `id IN [${ids.map(quoted).join(', ')}]`
}

export function afterFilter(id: string): string {
  return `id > ${quoted(id)}`
}

/** A text in the engine's filter language, whatever it holds. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
