import type { Tree } from '../taxonomy/index.js'
import type { AgeSpan } from './cues/age.js'
import { separateNeeds } from './cues/parts.js'
import type { UrgencyFinding } from './cues/urgency.js'
import type { Language } from './language.js'
import type { Side } from './network.js'
import { wordsFor } from './quotes.js'
import { evidenceOf, type Reading, read } from './reading.js'
import { kept, leastOf, together, towardsCrisis, withCues } from './shares.js'

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

const indexes = (tree: Tree, ids: readonly string[] = []): number[] => [
  ...new Set(ids.map((id) => tree.indexOf(id))),
]

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
  const inGroups = opinion.groups.map((sure, term) =>
    ofParts.reduce((most, part) => Math.max(most, part.groups[term] as number), sure),
  )
  const urgency = language.urgency.find(reading.text)
  const kinds = side === 'need' ? (urgency?.kinds ?? []) : []
  const called = kinds.flatMap((kind) => language.crisisServices[kind])
  return {
    text: reading.text,
    services: concludeServices(
      towardsCrisis(shares, called),
      indexes(services, stated.categories),
      reading,
      services,
      mostServices[side],
    ).map((tag) =>
      called.includes(tag.term) && !tag.words.length && !tag.stated
        ? { ...tag, words: urgency?.words.slice(0, mostCrisisWords) ?? [] }
        : tag,
    ),
    groups: concludeGroups(
      side === 'need' ? withCues(inGroups, reading.ages, kinds, groups) : inGroups,
      indexes(groups, stated.groups),
      reading,
      groups,
    ),
    ages: stated.ages ? [stated.ages] : reading.ages,
    urgency,
    words: tellingWords(reading.words, language),
  }
}

/** Services: what the text suggests, set right by what a person stated. */
function concludeServices(
  shares: Float32Array,
  stated: readonly number[],
  reading: Reading,
  tree: Tree,
  most: number,
): Tag[] {
  const isDrawer = (term: number) => (tree.terms[term]?.children?.length ?? 0) > 0
  const drawers = stated.filter(isDrawer)
  const exact = stated.filter((term) => !isDrawer(term))
  const outside = (term: number) => !drawers.some((drawer) => tree.covers(drawer, term))
  const keep = exact.length ? inferredShare : drawers.length ? 1 - drawerShare : 1
  const tags: Tag[] = [
    ...exact.map((term) => statedTag(term, (1 - inferredShare) / exact.length)),
    ...drawers.map((term) => statedTag(term, (exact.length ? 0.1 : drawerShare) / drawers.length)),
    ...inferred(shares, leastOf(shares), most, stated, reading, 'service', tree).map((tag) => ({
      ...tag,
      confidence: tag.confidence * keep * (drawers.length && outside(tag.term) ? outsideDrawer : 1),
    })),
  ]
  return tags.sort(strongestFirst).slice(0, most)
}

/** Groups: each stands alone, so a stated one takes nothing from the others but their certainty. */
function concludeGroups(
  shares: Float32Array,
  stated: readonly number[],
  reading: Reading,
  tree: Tree,
): Tag[] {
  const keep = stated.length ? inferredShare : 1
  const tags = [
    ...stated.map((term) => statedTag(term, 1)),
    ...inferred(shares, leastGroup, mostGroups, stated, reading, 'group', tree).map((tag) => ({
      ...tag,
      confidence: tag.confidence * keep,
    })),
  ]
  return tags.sort(strongestFirst).slice(0, mostGroups)
}

const statedTag = (term: number, confidence: number): Tag => ({ term, confidence, words: [], stated: true })

const strongestFirst = (a: Tag, b: Tag): number => b.confidence - a.confidence || a.term - b.term

function inferred(
  shares: Float32Array,
  least: number,
  most: number,
  without: readonly number[],
  reading: Reading,
  axis: 'service' | 'group',
  tree: Tree,
): Tag[] {
  const tags: Tag[] = []
  for (let term = 0; term < shares.length; term++) {
    const confidence = shares[term] as number
    if (confidence >= least && !without.includes(term))
      tags.push({ term, confidence, words: [], stated: false })
  }
  return tags
    .sort(strongestFirst)
    .slice(0, most)
    .map((tag) => ({ ...tag, words: wordsFor(tag.term, tree, axis, reading) }))
}

function tellingWords(words: readonly string[], language: Language): Map<string, number> {
  const telling = new Map<string, number>()
  for (const word of words) {
    if (word.length < 2) continue
    telling.set(word, language.rarity(word))
  }
  return telling
}
