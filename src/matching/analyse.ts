import type { Tree } from '../taxonomy/index.js'
import type { AgeSpan } from './cues/age.js'
import { separateNeeds } from './cues/parts.js'
import type { UrgencyFinding } from './cues/urgency.js'
import type { Language } from './language.js'
import type { Side } from './network.js'
import { wordsFor } from './quotes.js'
import { evidenceOf, type Reading, read } from './reading.js'
import { kept, leastOf, together, towardsCrisis, withCues } from './shares.js'
import type { NumberedWords } from './vocabulary.js'

/** Something concluded about a text: a service category or a target group. */
export interface Tag {
  /** Index in its tree. */
  readonly term: number
  /** In [0, 1]. Of services, the confidences of one text sum to at most 1; groups stand alone. */
  readonly confidence: number
  /** The words it came from; empty when a person stated it. */
  readonly words: readonly string[]
  readonly stated: boolean
}

/** What a text says, as far as matching is concerned. */
export interface Analysis {
  readonly text: string
  /** Best first, at most twelve of a need, eight of an offering. */
  readonly services: readonly Tag[]
  /** Best first, at most eight. */
  readonly groups: readonly Tag[]
  readonly ages: readonly AgeSpan[]
  readonly urgency: UrgencyFinding | undefined
  /** Telling words with their rarity, > 0. */
  readonly words: ReadonlyMap<string, number>
}

/** What a person filled in beside the text; it wins over what is inferred. */
export interface Stated {
  /** Service ids. */
  readonly categories?: readonly string[]
  /** Group ids. */
  readonly groups?: readonly string[]
  readonly ages?: AgeSpan
}

/** Share of the confidence that inferred services keep beside stated ones. */
const inferredShare = 0.25
/** A drawer (养老助老) says where to look, not what is asked: its own share, and what is left to services outside it. */
const drawerShare = 0.1
const outsideDrawer = 0.6
/** A network is surer than it is right, and second thoughts matter for what helps as well. */
const flatness = 0.65
const leastGroup = 0.12
/** Of each kind in one text, at most. */
export const mostTags = 12
/** A need may mean several things; an offering is compared hundreds of times, and its first eight tell what it is. */
const mostServices: Readonly<Record<Side, number>> = { need: mostTags, offering: 8 }
const mostGroups = 8
/** Of the cues that say the same (用刀划手, 划手) the first is enough. */
const mostCrisisWords = 1

const none: readonly number[] = []

const indexes = (tree: Tree, ids: readonly string[] = []): readonly number[] =>
  ids.length ? [...new Set(ids.map((id) => tree.indexOf(id)))] : none

/** @param year the current year, for ages given as a generation (90后) */
export function analyseNeed(text: string, stated: Stated, language: Language, year: number): Analysis {
  const reading = read(text, language, year, 'need')
  const parts = separateNeeds(reading.text).map((part) => read(part, language, year, 'need'))
  return analyse(reading, parts, stated, 'need', language)
}

/** An offering's title counts as a sentence of its text. */
export function analyseOffering(
  offering: { title: string; text: string },
  stated: Stated,
  language: Language,
  year: number,
): Analysis {
  const text = `${offering.title}。${offering.text}`
  return analyse(read(text, language, year, 'offering'), [], stated, 'offering', language)
}

function analyse(
  reading: Reading,
  parts: readonly Reading[],
  stated: Stated,
  side: Side,
  language: Language,
): Analysis {
  const { services, groups } = language.taxonomy
  const judge = (text: Reading) => language.network(side).judge(evidenceOf(text, language.taxonomy), flatness)
  const opinion = judge(reading)
  const ofParts = parts.map(judge)
  const shares =
    side === 'need'
      ? together(
          kept(opinion.services),
          ofParts.map((part) => kept(part.services)),
        )
      : opinion.services
  const inGroups = surestOf([opinion, ...ofParts].map((part) => part.groups))
  const urgency = language.urgency.find(reading.text)
  const kinds = side === 'need' ? (urgency?.kinds ?? []) : []
  const called = kinds.flatMap((kind) => language.crisisServices[kind])
  const quoteService: Quote = (term) => {
    const words = wordsFor(term, services, 'service', reading)
    return !words.length && urgency && called.includes(term) ? urgency.words.slice(0, mostCrisisWords) : words
  }
  return {
    text: reading.text,
    services: concludeServices(
      towardsCrisis(shares, called),
      indexes(services, stated.categories),
      services,
      mostServices[side],
      quoteService,
    ),
    groups: concludeGroups(
      side === 'need' ? withCues(inGroups, reading.ages, kinds, groups) : inGroups,
      indexes(groups, stated.groups),
      (term) => wordsFor(term, groups, 'group', reading),
    ),
    ages: stated.ages ? [stated.ages] : reading.ages,
    urgency,
    words: tellingWords(reading.spoken, language),
  }
}

/** For each group the surest of several opinions. */
function surestOf(opinions: readonly Float32Array[]): Float32Array {
  const [first, ...others] = opinions as [Float32Array, ...Float32Array[]]
  return others.reduce(
    (surest, other) => surest.map((sure, term) => Math.max(sure, other[term] as number)),
    first,
  )
}

/** The words that a term was concluded from. */
type Quote = (term: number) => readonly string[]

/** Looks for its words when somebody asks: of a dozen tags, an answer shows those of two or three. */
class InferredTag implements Tag {
  readonly stated = false
  #words: readonly string[] | undefined

  constructor(
    readonly term: number,
    readonly confidence: number,
    private readonly quote: Quote,
  ) {}

  get words(): readonly string[] {
    this.#words ??= this.quote(this.term)
    return this.#words
  }
}

/** Services: what the text suggests, set right by what a person stated. */
function concludeServices(
  shares: Float32Array,
  stated: readonly number[],
  tree: Tree,
  most: number,
  quote: Quote,
): readonly Tag[] {
  const suggested = inferred(shares, leastOf(shares), most, stated)
  if (!stated.length) return tagsOf(suggested, quote)
  const isDrawer = (term: number) => (tree.terms[term]?.children?.length ?? 0) > 0
  const drawers = stated.filter(isDrawer)
  const exact = stated.filter((term) => !isDrawer(term))
  const outside = (term: number) => !drawers.some((drawer) => tree.covers(drawer, term))
  const keep = exact.length ? inferredShare : 1 - drawerShare
  const tags: Tag[] = [
    ...exact.map((term) => statedTag(term, (1 - inferredShare) / exact.length)),
    ...drawers.map((term) => statedTag(term, (exact.length ? 0.1 : drawerShare) / drawers.length)),
    ...suggested.map(({ term, confidence }) => {
      const near = drawers.length && outside(term) ? outsideDrawer : 1
      return new InferredTag(term, confidence * keep * near, quote)
    }),
  ]
  return tags.sort(strongestFirst).slice(0, most)
}

/** Groups: each stands alone, so a stated one takes nothing from the others but their certainty. */
function concludeGroups(shares: Float32Array, stated: readonly number[], quote: Quote): readonly Tag[] {
  const suggested = inferred(shares, leastGroup, mostGroups, stated)
  if (!stated.length) return tagsOf(suggested, quote)
  const tags = [
    ...stated.map((term) => statedTag(term, 1)),
    ...suggested.map(({ term, confidence }) => new InferredTag(term, confidence * inferredShare, quote)),
  ]
  return tags.sort(strongestFirst).slice(0, mostGroups)
}

const tagsOf = (suggested: readonly Sure[], quote: Quote): readonly Tag[] =>
  suggested.map(({ term, confidence }) => new InferredTag(term, confidence, quote))

const statedTag = (term: number, confidence: number): Tag => ({ term, confidence, words: [], stated: true })

type Sure = Pick<Tag, 'term' | 'confidence'>

const strongestFirst = (a: Sure, b: Sure): number => b.confidence - a.confidence || a.term - b.term

/** The surest terms from `least` on, without those that a person stated. */
function inferred(shares: Float32Array, least: number, most: number, without: readonly number[]): Sure[] {
  const sure: Sure[] = []
  for (let term = 0; term < shares.length; term++) {
    const confidence = shares[term] as number
    if (confidence >= least && !without.includes(term)) sure.push({ term, confidence })
  }
  return sure.sort(strongestFirst).slice(0, most)
}

function tellingWords({ words, numbers }: NumberedWords, language: Language): Map<string, number> {
  const telling = new Map<string, number>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (word.length > 1) telling.set(word, language.rarity(numbers[i] as number))
  }
  return telling
}
