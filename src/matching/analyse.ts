import type { Tree } from '../taxonomy/index.js'
import type { AgeSpan } from './cues/age.js'
import type { UrgencyFinding } from './cues/urgency.js'
import type { Language } from './language.js'
import type { Side } from './network.js'
import { evidenceOf, type Reading, read } from './reading.js'

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
  /** Best first, at most eight. */
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
const flatness = 0.6
/** Less sure than this is not worth a tag. */
const leastService = 0.03
const leastGroup = 0.12
/** Of each kind in one text. */
export const mostTags = 8

const indexes = (tree: Tree, ids: readonly string[] = []): number[] => [
  ...new Set(ids.map((id) => tree.indexOf(id))),
]

/** @param year the current year, for ages given as a generation (90后) */
export function analyseNeed(text: string, stated: Stated, language: Language, year: number): Analysis {
  return analyse(read(text, language, year), stated, 'need', language)
}

/** An offering's title counts as a sentence of its text. */
export function analyseOffering(
  offering: { title: string; text: string },
  stated: Stated,
  language: Language,
  year: number,
): Analysis {
  return analyse(read(`${offering.title}。${offering.text}`, language, year), stated, 'offering', language)
}

function analyse(reading: Reading, stated: Stated, side: Side, language: Language): Analysis {
  const { services, groups } = language.taxonomy
  const opinion = language.network(side).judge(evidenceOf(reading, language.taxonomy), flatness)
  const urgency = language.urgency.find(reading.text)
  const called =
    side === 'need' ? (urgency?.kinds ?? []).flatMap((kind) => language.crisisServices[kind]) : []
  return {
    text: reading.text,
    services: concludeServices(
      towardsCrisis(opinion.services, called),
      indexes(services, stated.categories),
      reading,
      services,
    ),
    groups: concludeGroups(opinion.groups, indexes(groups, stated.groups), reading, groups),
    ages: stated.ages ? [stated.ages] : reading.ages,
    urgency,
    words: tellingWords(reading.words, language),
  }
}

/** What a crisis calls for is asked for as surely as anything else in the text; all shares together stay 1. */
function towardsCrisis(shares: Float32Array, called: readonly number[]): Float32Array {
  if (!called.length) return shares
  const strongest = shares.reduce((top, share) => Math.max(top, share), 0)
  const out = shares.slice()
  for (const term of called) out[term] = Math.max(out[term] as number, strongest)
  const sum = out.reduce((total, share) => total + share, 0)
  return out.map((share) => share / sum)
}

/** Services: what the text suggests, set right by what a person stated. */
function concludeServices(
  shares: Float32Array,
  stated: readonly number[],
  reading: Reading,
  tree: Tree,
): Tag[] {
  const isDrawer = (term: number) => (tree.terms[term]?.children?.length ?? 0) > 0
  const drawers = stated.filter(isDrawer)
  const exact = stated.filter((term) => !isDrawer(term))
  const outside = (term: number) => !drawers.some((drawer) => tree.covers(drawer, term))
  const keep = exact.length ? inferredShare : drawers.length ? 1 - drawerShare : 1
  const tags: Tag[] = [
    ...exact.map((term) => statedTag(term, (1 - inferredShare) / exact.length)),
    ...drawers.map((term) => statedTag(term, (exact.length ? 0.1 : drawerShare) / drawers.length)),
    ...inferred(shares, leastService, stated, reading, 'service', tree).map((tag) => ({
      ...tag,
      confidence: tag.confidence * keep * (drawers.length && outside(tag.term) ? outsideDrawer : 1),
    })),
  ]
  return tags.sort(strongestFirst).slice(0, mostTags)
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
    ...inferred(shares, leastGroup, stated, reading, 'group', tree).map((tag) => ({
      ...tag,
      confidence: tag.confidence * keep,
    })),
  ]
  return tags.sort(strongestFirst).slice(0, mostTags)
}

const statedTag = (term: number, confidence: number): Tag => ({ term, confidence, words: [], stated: true })

const strongestFirst = (a: Tag, b: Tag): number => b.confidence - a.confidence || a.term - b.term

function inferred(
  shares: Float32Array,
  least: number,
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
    .slice(0, mostTags)
    .map((tag) => ({ ...tag, words: wordsFor(tag.term, tree, axis, reading) }))
}

/** The expressions of the text that point to a term or to something under it, as they stand in the text. */
function wordsFor(term: number, tree: Tree, axis: 'service' | 'group', reading: Reading): string[] {
  const words = new Set<string>()
  for (const hit of reading.hits) {
    if (hit.tags.some((t) => t.axis === axis && (t.term === term || tree.covers(term, t.term)))) {
      words.add(reading.text.slice(hit.start, hit.end))
    }
  }
  // Of 漏水 and 楼上漏水 the longer says more.
  const all = [...words]
  return all.filter((word) => !all.some((other) => other !== word && other.includes(word))).slice(0, 5)
}

function tellingWords(words: readonly string[], language: Language): Map<string, number> {
  const telling = new Map<string, number>()
  for (const word of words) {
    if (word.length < 2) continue
    telling.set(word, language.rarity(word))
  }
  return telling
}
