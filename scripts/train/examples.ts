import { KnownWords } from '../../src/matching/known-words.js'
import type { Side } from '../../src/matching/network.js'
import { evidenceOf, type Reading, type ReadingTools, read } from '../../src/matching/reading.js'
import type { Tree } from '../../src/taxonomy/index.js'
import type { Corpus, NeedExample, OfferingExample } from './corpus.js'
import type { Example } from './train-network.js'

/** The year that generations (90后) are counted from in training; any fixed one does. */
const trainingYear = 2026

interface Labelled {
  readonly text: string
  /** Service id to its share of the target. */
  readonly services: ReadonlyMap<string, number>
  readonly groups: readonly string[]
  readonly weight: number
}

/** What clearly helps counts half of what is exactly right. */
const alsoShare = 0.45
const secondaryShare = 0.6
/** Texts of the other side teach words, but not how this side speaks. */
const otherSide = 0.5
/** An expression of the lexicon is a very short text with a label. */
const expressionWeight = 0.3

function labelNeed(need: NeedExample): Labelled {
  const services = new Map(need.also.map((id) => [id, alsoShare]))
  for (const id of need.main) services.set(id, 1)
  return { text: need.text, services, groups: need.groups, weight: 1 }
}

function labelOffering(offering: OfferingExample): Labelled {
  const services = new Map(offering.categories.map((id, at) => [id, at === 0 ? 1 : secondaryShare]))
  return { text: `${offering.title}。${offering.text}`, services, groups: offering.groups, weight: 1 }
}

/** A word of one or two texts alone would learn those texts by heart. */
const leastTexts = 3

/** The words of the corpus that a network can learn, the commonest first. */
export function wordsOf(corpus: Corpus, tools: ReadingTools): string[] {
  const texts = new Map<string, number>()
  const readings = [
    ...corpus.needs.map((need) => readingOf(labelNeed(need).text, tools, 'need')),
    ...corpus.offerings.map((offering) => readingOf(labelOffering(offering).text, tools, 'offering')),
  ]
  for (const { spoken } of readings) {
    for (const word of new Set(spoken.words)) texts.set(word, (texts.get(word) ?? 0) + 1)
  }
  const known = [...texts].filter(([, count]) => count >= leastTexts)
  return known.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word)
}

const readingOf = (text: string, tools: ReadingTools, side: Side): Reading =>
  read(text, tools, trainingYear, side)

/**
 * Examples for the network of one side: needs, offerings, and every expression of the lexicon.
 * @param words that it is to know, as of `wordsOf`
 */
export function examplesFor(
  side: Side,
  corpus: Corpus,
  tools: ReadingTools,
  words: readonly string[],
): Example[] {
  const labelled: Labelled[] = [
    ...corpus.needs.map(labelNeed).map((l) => ({ ...l, weight: side === 'need' ? 1 : otherSide })),
    ...corpus.offerings
      .map(labelOffering)
      .map((l) => ({ ...l, weight: side === 'offering' ? 1 : otherSide })),
  ]
  const { services: serviceTree, groups: groupTree } = tools.taxonomy
  const known = new KnownWords(words, tools.vectors.vocabulary)
  const heardIn = (text: string): Pick<Example, 'evidence' | 'words'> => {
    const reading = readingOf(text, tools, side)
    return { evidence: evidenceOf(reading, tools.taxonomy), words: known.placesOf(reading.spoken) }
  }
  const examples: Example[] = labelled.map(({ text, services, groups, weight }) => {
    const target = new Float32Array(groupTree.terms.length)
    for (const id of groups) target[groupTree.indexOf(id)] = 1
    return { ...heardIn(text), services: distribution(services, serviceTree), groups: target, weight }
  })
  for (const { text, tags } of tools.lexicon.entries()) {
    const shares = new Map<string, number>()
    for (const tag of tags) {
      if (tag.axis === 'service') shares.set(serviceTree.terms[tag.term]?.id ?? '', tag.strength)
    }
    if (!shares.size) continue
    examples.push({
      ...heardIn(text.replaceAll('…', '')),
      services: distribution(shares, serviceTree),
      groups: undefined,
      weight: expressionWeight,
    })
  }
  return examples
}

function distribution(shares: ReadonlyMap<string, number>, tree: Tree): Float32Array {
  const target = new Float32Array(tree.terms.length)
  let sum = 0
  for (const share of shares.values()) sum += share
  for (const [id, share] of shares) target[tree.indexOf(id)] = share / sum
  return target
}
