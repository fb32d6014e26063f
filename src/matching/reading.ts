import type { Lexicon, LexiconHit, LexiconTag, Taxonomy } from '../taxonomy/index.js'
import { type AgeSpan, bandOf, findAges } from './cues/age.js'
import { findBoilerplate } from './cues/boilerplate.js'
import { findMuted, isMuted, type MutedSpan } from './cues/scope.js'
import { denseAt, type Evidence, type NetworkShape, type Side } from './network.js'
import type { Respelled } from './respell.js'
import type { NumberedWords } from './vocabulary.js'
import { dimensions, type WordVectors } from './word-vectors.js'

/** What the pure steps of matching need to know of the language; made once by `language.ts`. */
export interface ReadingTools {
  readonly taxonomy: Taxonomy
  readonly lexicon: Lexicon
  readonly vectors: WordVectors
  normalize(text: string): string
  /** The text in standard words and spelling, character for character, and its words without punctuation. */
  respell(text: string): Respelled
}

/** A text taken apart, before anything is concluded from it. */
export interface Reading {
  readonly text: string
  /** Words that may speak for the text: those in muted spans are left out. */
  readonly spoken: NumberedWords
  readonly hits: readonly LexiconHit[]
  readonly muted: readonly MutedSpan[]
  readonly ages: readonly AgeSpan[]
  /** What the words mean together, of length 1. */
  readonly meaning: Float32Array
}

/** @param year the current year, for ages given as a generation (90后) */
export function read(raw: string, tools: ReadingTools, year: number, side: Side): Reading {
  const text = tools.normalize(raw)
  const plain = tools.respell(text)
  const muted = [...findMuted(plain.text), ...(side === 'offering' ? findBoilerplate(text) : [])]
  const spoken = muted.length ? audible(plain, muted) : plain
  const found = tools.lexicon.find(text)
  // Dialect has expressions of its own: both spellings may speak.
  if (plain.text !== text) found.push(...tools.lexicon.find(plain.text))
  const hits = muted.length ? found.filter((hit) => !isMuted(muted, hit.start, hit.end)) : found
  return {
    text,
    spoken,
    hits,
    muted,
    ages: findAges(plain.text, year),
    meaning: tools.vectors.meaning(spoken),
  }
}

function audible({ text, words, numbers }: Respelled, muted: readonly MutedSpan[]): NumberedWords {
  const heard = { words: [] as string[], numbers: [] as number[] }
  let at = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    const start = text.indexOf(word, at)
    if (start >= 0) {
      at = start + word.length
      if (isMuted(muted, start, at)) continue
    } // else a stemmed Latin word, which no longer stands in the text
    heard.words.push(word)
    heard.numbers.push(numbers[i] as number)
  }
  return heard
}

/** How loud each kind of evidence is, so that none drowns the others at the start of training. */
const loudness = { service: 2, group: 1, meaning: 4, age: 0.5 }
const bands = ['infant', 'child', 'teen', 'adult', 'senior'] as const

/** How many inputs a network over this taxonomy has. */
export const evidenceSize = ({ services, groups }: Taxonomy): number =>
  services.terms.length + groups.terms.length + dimensions + bands.length

export const outputSizes = ({ services, groups }: Taxonomy): Pick<NetworkShape, 'services' | 'groups'> => ({
  services: services.terms.length,
  groups: groups.terms.length,
})

/**
 * What the networks weigh, in the order of their inputs: the lexicon's opinion per service and per group, what the
 * words mean together, age bands; and the words themselves.
 */
export function evidenceOf(
  { hits, ages, meaning, spoken }: Reading,
  { services, groups }: Taxonomy,
): Evidence {
  const sparse: Input[] = []
  const said = saidOnce(hits)
  addOpinions(said, 'service', 0, loudness.service, sparse)
  addOpinions(said, 'group', services.terms.length, loudness.group, sparse)
  const bandsAt = denseAt(outputSizes({ services, groups })) + dimensions
  for (const band of new Set(ages.map((span) => bandOf(span.from)))) {
    sparse.push([bandsAt + bands.indexOf(band), loudness.age])
  }
  const dense = new Float32Array(dimensions)
  for (let i = 0; i < dimensions; i++) dense[i] = (meaning[i] as number) * loudness.meaning
  return { sparse, dense, words: spoken }
}

type Input = [input: number, value: number]

/** An expression that comes again says no more. */
function saidOnce(hits: readonly LexiconHit[]): readonly LexiconHit[] {
  if (hits.length < 2) return hits
  const seen = new Set<string>()
  return hits.filter(({ expression }) => !seen.has(expression) && seen.add(expression))
}

/** Adds the lexicon's own opinion per term of one axis: different expressions speak independently. */
function addOpinions(
  hits: readonly LexiconHit[],
  axis: LexiconTag['axis'],
  firstInput: number,
  loud: number,
  sparse: Input[],
): void {
  const first = sparse.length
  for (const { tags } of hits) {
    for (const { axis: on, term, strength } of tags) {
      if (on !== axis) continue
      const doubt = 1 - strength * 0.8
      const known = inputFrom(first, firstInput + term, sparse)
      if (known) known[1] *= doubt
      else sparse.push([firstInput + term, doubt])
    }
  }
  for (let i = first; i < sparse.length; i++) {
    const opinion = sparse[i] as Input
    opinion[1] = (1 - opinion[1]) * loud
  }
}

function inputFrom(first: number, input: number, sparse: readonly Input[]): Input | undefined {
  for (let i = first; i < sparse.length; i++) if (sparse[i]?.[0] === input) return sparse[i]
  return undefined
}
