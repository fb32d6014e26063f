import type { Settings } from 'meilisearch'
import { folded, testOf, valuesOf } from './filter.js'
import { type CutAttribute, scoreOf, termsOf, tokensOf } from './match.js'
import { ApiRefusal } from './refusal.js'

export type DoubleDocument = { readonly id: string } & Readonly<Record<string, unknown>>

export interface SearchAsked {
  readonly q?: string
  readonly filter?: readonly string[]
  readonly facets?: readonly string[]
  readonly attributesToSearchOn?: readonly string[]
}

/** Documents that a query finds, each with its score. */
export type Scored = Map<DoubleDocument, number>

/** The settings that the adapter sets, with the server's defaults. */
const defaults = {
  searchableAttributes: ['*'],
  filterableAttributes: [] as string[],
  sortableAttributes: [] as string[],
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
  stopWords: [] as string[],
  synonyms: {} as Record<string, string[]>,
  localizedAttributes: null as Settings['localizedAttributes'],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [] as string[],
    disableOnAttributes: [] as string[],
    disableOnNumbers: false,
  },
  pagination: { maxTotalHits: 1_000 },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
}
export type DoubleSettings = typeof defaults

/** One index: its settings and documents, and what a search finds in them. */
export class IndexOfDocuments {
  settings: DoubleSettings = structuredClone(defaults)
  readonly documents = new Map<string, DoubleDocument>()
  readonly #cut = new WeakMap<DoubleDocument, Map<string, CutAttribute>>()

  change(settings: Partial<DoubleSettings>): void {
    this.settings = { ...this.settings, ...structuredClone(settings) }
  }

  add(documents: readonly DoubleDocument[]): void {
    for (const { id } of documents)
      if (!/^[\w-]{1,511}$/.test(id)) throw new ApiRefusal(400, 'invalid_document_id')
    for (const document of documents) this.documents.set(document.id, document)
  }

  fetch({ filter, sort, offset = 0, limit = 20, fields }: FetchAsked): {
    results: Partial<DoubleDocument>[]
    total: number
  } {
    const test = testOf([filter], this.settings.filterableAttributes)
    const found = [...this.documents.values()].filter(test)
    if (sort) found.sort((a, b) => (a.id < b.id ? -1 : 1))
    const page = found.slice(offset, offset + limit)
    return { results: page.map((document) => picked(document, fields)), total: found.length }
  }

  find({ q = '', filter = [], attributesToSearchOn }: SearchAsked): Scored {
    const { searchableAttributes, filterableAttributes, synonyms, typoTolerance } = this.settings
    const test = testOf(filter, filterableAttributes)
    const asked = attributesToSearchOn ?? searchableAttributes
    if (!asked.every((name) => searchableAttributes.includes(name)))
      throw new ApiRefusal(400, 'invalid_search_attributes_to_search_on')
    const searched = searchableAttributes.filter((name) => asked.includes(name))
    const rules = {
      synonyms,
      ...typoTolerance.minWordSizeForTypos,
      withoutTypos: typoTolerance.disableOnAttributes,
    }
    const terms = termsOf(q)
    const scored: Scored = new Map()
    for (const document of this.documents.values()) {
      if (!test(document)) continue
      const score = terms.length ? scoreOf(terms, this.#cutAttributes(document, searched), rules) : 1
      if (score > 0) scored.set(document, score)
    }
    return scored
  }

  count(
    documents: Iterable<DoubleDocument>,
    facets: readonly string[],
  ): Record<string, Record<string, number>> {
    const { filterableAttributes, faceting } = this.settings
    if (!facets.every((facet) => filterableAttributes.includes(facet)))
      throw new ApiRefusal(400, 'invalid_search_facets')
    const all = [...documents]
    return Object.fromEntries(
      facets.map((facet) => {
        const counts = new Map<string, { value: string; count: number }>()
        for (const value of all.flatMap((document) => [...new Set(valuesOf(document, facet))])) {
          const key = folded(value)
          counts.set(key, {
            value: counts.get(key)?.value ?? value,
            count: (counts.get(key)?.count ?? 0) + 1,
          })
        }
        const commonest = [...counts.values()]
          .sort((a, b) => b.count - a.count)
          .slice(0, faceting.maxValuesPerFacet)
        return [facet, Object.fromEntries(commonest.map(({ value, count }) => [value, count]))]
      }),
    )
  }

  #cutAttributes(document: DoubleDocument, names: readonly string[]): CutAttribute[] {
    const known = this.#cut.get(document) ?? new Map<string, CutAttribute>()
    this.#cut.set(document, known)
    return names.map((name) => {
      const cut = known.get(name) ?? {
        name,
        tokens: valuesOf(document, name).flatMap(tokensOf),
      }
      known.set(name, cut)
      return cut
    })
  }
}

export interface FetchAsked {
  readonly filter: string
  readonly sort?: readonly string[]
  readonly offset?: number
  readonly limit?: number
  readonly fields?: readonly string[]
}

export function picked(document: DoubleDocument, fields?: readonly string[]): Partial<DoubleDocument> {
  if (!fields) return document
  return Object.fromEntries(Object.entries(document).filter(([name]) => fields.includes(name)))
}
