import { withinEdits } from '../../src/platform/text/index.js'

/** A searched attribute of a document, cut at its spaces. */
export interface CutAttribute {
  readonly name: string
  readonly tokens: readonly string[]
}

export interface MatchRules {
  readonly synonyms: Readonly<Record<string, readonly string[]>>
  readonly oneTypo: number
  readonly twoTypos: number
  readonly withoutTypos: readonly string[]
}

interface Term {
  /** Several for a phrase. */
  readonly tokens: readonly string[]
  readonly phrase: boolean
  readonly prefix: boolean
}

interface Place {
  readonly attribute: number
  readonly at: number
  readonly typos: number
}

const mostTerms = 10
const farthest = 8

/** Cut at the spaces; the server drops characters beyond the basic plane, here too. */
export function tokensOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[\u{10000}-\u{10ffff}]/gu, '')
    .split(/\s+/)
    .filter(Boolean)
}

/** The terms of a query: words and phrases; the last word is a beginning unless a space follows. */
export function termsOf(q: string): Term[] {
  const parts = [...q.matchAll(/"([^"]*)"?|[^\s"]+/g)].slice(0, mostTerms)
  return parts.flatMap((part) => {
    const phrase = part[1] !== undefined
    const tokens = tokensOf(part[1] ?? part[0])
    const prefix = !phrase && part.index + part[0].length === q.length
    return tokens.length ? [{ tokens, phrase, prefix }] : []
  })
}

/** How well all terms match, in (0, 1]; 0 when one does not. Fewer typos, nearer together, in an earlier attribute. */
export function scoreOf(
  terms: readonly Term[],
  attributes: readonly CutAttribute[],
  rules: MatchRules,
): number {
  const places = terms.map((term) => placesOf(term, attributes, rules))
  if (places.some((found) => found.length === 0)) return 0
  const typos = sum(places.map((found) => Math.min(...found.map((place) => place.typos))))
  const attribute = Math.min(...places.flat().map((place) => place.attribute))
  let apart = 0
  for (const [i, found] of places.slice(1).entries()) apart += distance(places[i] ?? [], found)
  return 1 / (1 + typos * 1_000 + apart * 10 + attribute)
}

function placesOf(term: Term, attributes: readonly CutAttribute[], rules: MatchRules): Place[] {
  const [word = ''] = term.tokens
  const others = term.phrase ? [] : (rules.synonyms[word] ?? []).map((text) => text.split(' '))
  return attributes.flatMap(({ name, tokens }, attribute) => {
    const typos = rules.withoutTypos.includes(name) ? () => undefined : typosOf(word, rules)
    return tokens.flatMap((token, at) => {
      const place = (cost: number): Place[] => [{ attribute, at, typos: cost }]
      const begins = (wanted: readonly string[]) => wanted.every((text, i) => tokens[at + i] === text)
      if (begins(term.tokens) || others.some(begins)) return place(0)
      if (term.phrase) return []
      if (term.prefix && token.startsWith(word)) return place(0)
      const cost = typos(token)
      return cost === undefined ? [] : place(cost)
    })
  })
}

/** A mistake in the first letter counts twice; numbers have none. */
function typosOf(word: string, { oneTypo, twoTypos }: MatchRules): (token: string) => number | undefined {
  const allowed = /^\d*$/.test(word) || word.length < oneTypo ? 0 : word.length < twoTypos ? 1 : 2
  return (token) => {
    for (let typos = 1; typos <= allowed; typos++) {
      const sameStart = token[0] === word[0] || typos === 2
      if (sameStart && withinEdits(word, token, typos)) return typos
    }
    return undefined
  }
}

function distance(before: readonly Place[], after: readonly Place[]): number {
  let least = farthest
  for (const a of before) {
    for (const b of after) {
      if (a.attribute === b.attribute && b.at > a.at) least = Math.min(least, b.at - a.at)
    }
  }
  return least
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
