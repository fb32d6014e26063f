import { isStopWord, normalize, segment, segmentForSearch, stem } from '../text/index.js'
import type { SearchCollection, SearchQuery, Synonyms } from './port.js'
import { hasHan, latinWordsOf, unitsOf } from './search-tokens.js'

const longestQuery = 200
const mostWords = 24

/** One word that was typed, as it is looked up and highlighted. */
export interface QueryWord {
  /** Normalised. */
  readonly text: string
  readonly chinese: boolean
  /** The last Latin word may be unfinished: whatever begins with it is a hit. */
  readonly prefix: boolean
  /** Other words that are hits as well: synonyms, and for a Latin word those it may be a mistyping of. */
  readonly alternatives: readonly string[]
}

/** Words of a query; all must hit, or else, when nothing has them all, any of `loose`. None: everything is a hit. */
export interface QueryWords {
  readonly strict: readonly QueryWord[]
  /** The same with the shorter words inside long Chinese ones. */
  readonly loose: readonly QueryWord[]
  /** The whole query when it is Chinese without a break: who wrote just that comes before who has its parts. */
  readonly phrase: string | undefined
}

/**
 * What a person typed, as words: cut to 200 characters, punctuation dropped, words that say nothing dropped unless
 * there is nothing else.
 * @param alternativesOf for a Latin word, known words that it may be a mistyping of
 */
export function parseQuery(
  text: string,
  synonyms: Synonyms,
  alternativesOf: (word: string) => readonly string[] = () => [],
): QueryWords {
  const normalized = normalize(text.slice(0, longestQuery)).slice(0, longestQuery)
  const latin = latinWordsOf(normalized)
  const last = latin.at(-1)
  const meant = new Map(latin.map((word) => [word, alternativesOf(word)]))
  const asWords = (chinese: readonly string[]): QueryWord[] => {
    const all = [...new Set([...chinese.filter(hasHan), ...latin])]
    const telling = all.filter((word) => !isStopWord(word))
    return (telling.length ? telling : all).slice(0, mostWords).map((word) => ({
      text: word,
      chinese: hasHan(word),
      prefix: word === last,
      alternatives: synonyms.get(word) ?? meant.get(word) ?? [],
    }))
  }
  const words = synonyms.has(normalized) ? [normalized] : segment(normalized)
  return {
    strict: asWords(words),
    loose: asWords([...words, ...segmentForSearch(normalized)]),
    phrase: /^\p{Script=Han}{2,}$/u.test(normalized) ? normalized : undefined,
  }
}

/**
 * What must all hit, in FTS5's query language. Everything typed stands within double quotes and consists of letters
 * and digits only, so no operator can come from it.
 * @param columns names of the columns that hold text; `pinyin` holds the pinyin
 */
export function strictExpression({ strict, phrase }: QueryWords, columns: readonly string[]): string {
  const all = strict.map((word) => `(${wordExpression(word, columns)})`).join(' AND ')
  // Adds no hit, since the phrase contains the words, but adds to the score of those that have it.
  return phrase ? `(${all}) OR ${quoted(unitsOf(phrase).join(' '))}` : all
}

/** What any of may hit, in the same language. */
export function looseExpression({ loose }: QueryWords, columns: readonly string[]): string {
  return loose.map((word) => `(${wordExpression(word, columns)})`).join(' OR ')
}

function wordExpression(word: QueryWord, columns: readonly string[]): string {
  if (word.chinese) return [word.text, ...word.alternatives].map(chineseExpression).join(' OR ')
  const forms = new Set([word.text, stem(word.text), ...word.alternatives.flatMap((w) => [w, stem(w)])])
  const terms = [...forms].map(quoted)
  if (word.prefix) terms.push(`${quoted(word.text)} *`)
  const inText = `{${columns.join(' ')}} : (${terms.join(' OR ')})`
  return canBePinyin(word.text) ? `${inText} OR pinyin : ${quoted(word.text)} *` : inText
}

function chineseExpression(word: string): string {
  const units = unitsOf(word)
  // The phrase finds it where the text was cut otherwise.
  return units.length === 1 ? quoted(word) : `${quoted(word)} OR ${quoted(units.join(' '))}`
}

/** One letter would hit nearly everything. */
export function canBePinyin(word: string): boolean {
  return /^[a-z]{2,}$/.test(word)
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ')}"`
}

/** @throws RangeError when limit or offset lie outside what the port allows */
export function pageOf(query: SearchQuery): { limit: number; offset: number } {
  const { limit = 20, offset = 0 } = query
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new RangeError('search: limit is 1 to 100')
  if (!Number.isInteger(offset) || offset < 0 || offset > 1_000)
    throw new RangeError('search: offset is 0 to 1,000')
  return { limit, offset }
}

/** @throws RangeError for a filter or facet that the collection lacks */
export function checkFilters({ name, filters }: SearchCollection, query: SearchQuery): void {
  for (const filter of [...Object.keys(query.filters ?? {}), ...(query.facets ?? [])])
    if (!filters.includes(filter)) throw new RangeError(`search: ${name} has no filter ${filter}`)
}
