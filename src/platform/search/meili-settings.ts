import { isDeepStrictEqual } from 'node:util'
import type { Settings } from 'meilisearch'
import { cutAttribute, filterAttribute, pinyinAttribute, plainUnit, synonymWord } from './meili-document.js'
import type { SearchCollection, Synonyms } from './port.js'
import { unitsOf } from './search-tokens.js'

export const mostHits = 10_000
export const mostFacetValues = 100
/** Letters of a word that may hold one mistake, or two. */
export const oneTypoFrom = 4
export const twoTyposFrom = 8

/** Every setting that decides what is found and in what order; the others stay as the engine has them. */
export function settingsFor(collection: SearchCollection, synonyms: Synonyms): Settings {
  const byWeight = collection.fields.toSorted((a, b) => b.weight - a.weight)
  return {
    searchableAttributes: [...byWeight.map(({ name }) => cutAttribute(name)), pinyinAttribute],
    filterableAttributes: ['id', ...collection.filters.map(filterAttribute)],
    sortableAttributes: ['id'],
    // The last one makes pages stable, and gives the newest first where nothing was typed.
    rankingRules: ['words', 'typo', 'proximity', 'attribute', 'exactness', 'id:desc'],
    // None: a query loses its stop words before it is sent, and 会 alone must stay in 社会.
    stopWords: [],
    synonyms: Object.fromEntries(
      [...synonyms].map(([word, others]) => [synonymWord(word), [word, ...others].map(spelled)]),
    ),
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: oneTypoFrom, twoTypos: twoTyposFrom },
      disableOnNumbers: true,
      disableOnAttributes: [pinyinAttribute],
    },
    pagination: { maxTotalHits: mostHits },
    faceting: { maxValuesPerFacet: mostFacetValues, sortFacetValuesBy: { '*': 'count' } },
  }
}

/** The settings of `wanted` that the index has otherwise. */
export function differences(wanted: Settings, found: Settings): Settings {
  const differing = Object.entries(wanted).filter(([name, value]) => {
    const there = found[name as keyof Settings]
    if (name === 'synonyms') return !isDeepStrictEqual(there, value)
    return !isDeepStrictEqual(
      sets.has(name) ? sorted(there) : partOf(there, value),
      sets.has(name) ? sorted(value) : value,
    )
  })
  return Object.fromEntries(differing)
}

/** Whether an index with these settings holds documents as they are made for `wanted`. */
export function holdsTheSame(wanted: Settings, found: Settings): boolean {
  return (['searchableAttributes', 'filterableAttributes'] as const).every((name) =>
    isDeepStrictEqual(sorted(wanted[name]), sorted(found[name])),
  )
}

/** The engine may give these in another order than they were set in. */
const sets: ReadonlySet<string> = new Set(['filterableAttributes', 'sortableAttributes', 'stopWords'])

function sorted(names: unknown): unknown[] {
  return Array.isArray(names) ? names.toSorted() : []
}

/** Of an object only what was set: the engine adds the defaults of its version. */
function partOf(found: unknown, wanted: unknown): unknown {
  if (!isPlainObject(found) || !isPlainObject(wanted)) return found
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, partOf(found[name], wanted[name])]))
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function spelled(word: string): string {
  return unitsOf(word).map(plainUnit).join(' ')
}
