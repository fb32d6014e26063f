import type { Side } from '../../src/matching/network.js'
import { evidenceOf, type ReadingTools, read } from '../../src/matching/reading.js'
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

/** Examples for the network of one side: needs, offerings, and every expression of the lexicon. */
export function examplesFor(side: Side, corpus: Corpus, tools: ReadingTools): Example[] {
  const labelled: Labelled[] = [
    ...corpus.needs.map(labelNeed).map((l) => ({ ...l, weight: side === 'need' ? 1 : otherSide })),
    ...corpus.offerings
      .map(labelOffering)
      .map((l) => ({ ...l, weight: side === 'offering' ? 1 : otherSide })),
  ]
  const { services: serviceTree, groups: groupTree } = tools.taxonomy
  const evidence = (text: string) => evidenceOf(read(text, tools, trainingYear, side), tools.taxonomy)
  const examples: Example[] = labelled.map(({ text, services, groups, weight }) => {
    const target = new Float32Array(groupTree.terms.length)
    for (const id of groups) target[groupTree.indexOf(id)] = 1
    return { evidence: evidence(text), services: distribution(services, serviceTree), groups: target, weight }
  })
  for (const { text, tags } of tools.lexicon.entries()) {
    const shares = new Map<string, number>()
    for (const tag of tags) {
      if (tag.axis === 'service') shares.set(serviceTree.terms[tag.term]?.id ?? '', tag.strength)
    }
    if (!shares.size) continue
    examples.push({
      evidence: evidence(text.replaceAll('…', '')),
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
