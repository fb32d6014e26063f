/**
 * Learns how much each feature counts from a labelled set, and calibrates the score; writes seeds/model/weights.json.
 *   node --import tsx scripts/train/learn-weights.ts FOLDER     (needs.jsonl, offerings.jsonl, qrels.tsv)
 * Prints the quality of eight-fold cross-validation beside that on the training data, and the reliability table.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createComparison, semanticFeatures } from '../../src/matching/features.js'
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
import { meanQuality, type Quality, qualityOf, readLabelled } from './labelled.js'
import { fitLogistic, sigmoid } from './logistic.js'
import { fitPairwise } from './pairwise.js'
import { random, shuffle } from './random.js'

const seeds = process.env.SEEDS ?? 'seeds'
const folder = process.argv[2]
if (!folder) throw new Error('usage: learn-weights.ts FOLDER')

/** Practical features cannot be learnt from texts: judgements ignore place, capacity and record. Set by hand. */
const practical = { near: 0.5, mode: 0.4, capacity: 0.4, age: 0.5, record: 0.6, leadTime: 0.6 }
const folds = 8
const year = 2026

const language = loadLanguage(seeds)
const by = createComparison(language.taxonomy)
const set = readLabelled(folder)
const offerings = set.offerings.map((o) => ({
  ...noFacts(o.title),
  id: o.id,
  packed: pack(analyseOffering(o, {}, language, year)),
}))

type Judged = ReadonlyMap<string, number>

/** All pairs of a need, with their semantic features. */
function pairsOf(text: string, judged: Judged) {
  const side = { ...plainNeed(''), packed: pack(analyseNeed(text, {}, language, year)) }
  const words = new WordQuery().of(side.packed)
  const context = { by, words, regionChain: [], today: '2026-01-01', inferredAges: [] }
  const pairs = offerings.map((offering) => {
    const values = new Float32Array(featureNames.length)
    features(side, offering, offering.packed, context, values)
    return {
      id: offering.id,
      x: values.slice(0, semanticFeatures.length),
      grade: judged.get(offering.id) ?? 0,
    }
  })
  return { text, judged, pairs }
}

const byNeed = set.needs.map(({ id, text }) => pairsOf(text, set.grades.get(id) ?? new Map()))

type NeedPairs = (typeof byNeed)[number]

const signs = semanticFeatures.map((name) => (name === 'otherGroup' ? -1 : name === 'open' ? 0 : 1))
const learn = (needs: readonly NeedPairs[]) =>
  fitPairwise(
    [...needs, ...joined(needs)].map(({ pairs }) => pairs),
    signs,
  )

/** Two needs in one text: what serves either serves it. A labelled set may hold few such texts, so they are made. */
function joined(needs: readonly NeedPairs[]): NeedPairs[] {
  return needs.flatMap((one, i) => {
    const other = needs[i + 1]
    if (i % 2 || !other) return []
    const judged = new Map(one.judged)
    for (const [id, grade] of other.judged) judged.set(id, Math.max(grade, judged.get(id) ?? 0))
    return [pairsOf(`${one.text}另外，${other.text}`, judged)]
  })
}

const raw = (model: readonly number[], x: Float32Array) =>
  model.reduce((sum, w, i) => sum + w * (x[i] as number), 0)

const order = byNeed.map((_, i) => i)
shuffle(order, random(7))
const crossed: Quality[] = []
const heldOut: { score: number; helpful: boolean }[] = []
for (let fold = 0; fold < folds; fold++) {
  const test = order.filter((_, i) => i % folds === fold).map((i) => byNeed[i] as NeedPairs)
  const model = learn(byNeed.filter((n) => !test.includes(n)))
  for (const { pairs, judged } of test) {
    const ranked = [...pairs].sort((a, b) => raw(model, b.x) - raw(model, a.x))
    crossed.push(
      qualityOf(
        ranked.map((p) => p.id),
        judged,
      ),
    )
    for (const p of pairs) heldOut.push({ score: raw(model, p.x), helpful: p.grade >= 2 })
  }
}
const model = learn(byNeed)
const own = byNeed.map(({ pairs, judged }) =>
  qualityOf(
    [...pairs].sort((a, b) => raw(model, b.x) - raw(model, a.x)).map((p) => p.id),
    judged,
  ),
)
// Platt (1999): the score of held-out folds against "clearly helpful" (grade >= 2) gives slope and offset.
const platt = fitLogistic(
  heldOut.map((h) => ({ x: Float32Array.of(h.score), y: h.helpful ? 1 : 0 })),
  { ridge: 1e-3, signs: [1] },
)
const slope = platt.weights[0] as number
const two = (value: number) => Math.round(value * 1_000) / 1_000
const learnt = Object.fromEntries(
  semanticFeatures.map((name, i) => [name, two((model[i] as number) * slope)]),
)
const result = {
  bias: two(platt.bias),
  features: { ...learnt, ...practical },
  strong: 0.5,
  possible: 0.15,
}
const version = createHash('sha256').update(JSON.stringify(result)).digest('hex').slice(0, 8)
writeFileSync(join(seeds, 'model', 'weights.json'), `${JSON.stringify({ version, ...result }, null, 2)}\n`)

const show = (name: string, q: Quality) =>
  console.log(
    `${name.padEnd(18)} nDCG@10 ${q.ndcg10.toFixed(3)}  Recall@20 ${q.recall20.toFixed(3)}  MRR ${q.mrr.toFixed(3)}  P@3 ${q.p3.toFixed(3)}`,
  )
show('cross-validated', meanQuality(crossed))
show('on training data', meanQuality(own))
console.log(result)
console.log('\nscore        pairs  mean score  share clearly helpful (held-out folds)')
const edges = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 1.01]
for (let i = 0; i + 1 < edges.length; i++) {
  const from = edges[i] as number
  const to = edges[i + 1] as number
  const inside = heldOut
    .map((h) => ({ p: sigmoid(slope * h.score + platt.bias), helpful: h.helpful }))
    .filter((h) => h.p >= from && h.p < to)
  if (!inside.length) continue
  const mean = inside.reduce((sum, h) => sum + h.p, 0) / inside.length
  const share = inside.filter((h) => h.helpful).length / inside.length
  console.log(
    `${from.toFixed(2)}-${Math.min(1, to).toFixed(2)}  ${String(inside.length).padStart(6)}  ${mean.toFixed(3).padStart(10)}  ${share.toFixed(3).padStart(8)}`,
  )
}
