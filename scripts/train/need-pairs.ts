import { comparisonOf, semanticFeatures } from '../../src/matching/features.js'
import {
  analyseNeed,
  analyseOffering,
  loadLanguage,
  noFacts,
  pack,
  plainNeed,
} from '../../src/matching/index.js'
import { featureNames, features } from '../../src/matching/score.js'
import { WordQuery } from '../../src/matching/word-query.js'
import { readLabelled } from './labelled.js'
import type { Graded } from './pairwise.js'

const year = 2026

export interface NeedPairs {
  readonly text: string
  readonly judged: ReadonlyMap<string, number>
  /** All offerings with their semantic features. */
  readonly pairs: readonly (Graded & { readonly id: string })[]
}

/** A labelled folder (needs.jsonl, offerings.jsonl, qrels.tsv) as what is compared. */
export function readNeedPairs(folder: string, seeds: string) {
  const language = loadLanguage(seeds)
  const by = comparisonOf(language.taxonomy)
  const set = readLabelled(folder)
  const offerings = set.offerings.map((o) => ({
    ...noFacts(o.title),
    id: o.id,
    packed: pack(analyseOffering(o, {}, language, year)),
  }))

  function pairsOf(text: string, judged: NeedPairs['judged']): NeedPairs {
    const side = { ...plainNeed(''), packed: pack(analyseNeed(text, {}, language, year)) }
    const words = new WordQuery().of(side.packed)
    const context = { by, words, regionChain: [], today: '2026-01-01', inferredAges: [] }
    const pairs = offerings.map((offering) => {
      const values = new Float32Array(featureNames.length)
      features(side, offering, offering.packed, context, values)
      const x = values.slice(0, semanticFeatures.length)
      return { id: offering.id, x, grade: judged.get(offering.id) ?? 0 }
    })
    return { text, judged, pairs }
  }

  return {
    byNeed: set.needs.map(({ id, text }) => pairsOf(text, set.grades.get(id) ?? new Map())),
    /** Two needs in one text: what serves either serves it. A labelled set may hold few such texts, so they are made. */
    joined(needs: readonly NeedPairs[]): NeedPairs[] {
      return needs.flatMap((one, i) => {
        const other = needs[i + 1]
        if (i % 2 || !other) return []
        const judged = new Map(one.judged)
        for (const [id, grade] of other.judged) judged.set(id, Math.max(grade, judged.get(id) ?? 0))
        return [pairsOf(`${one.text}另外，${other.text}`, judged)]
      })
    },
  }
}
