/**
 * Learns how much each feature counts from a labelled set, and calibrates the score; writes seeds/model/weights.json.
 *   node --import tsx scripts/train/learn-weights.ts FOLDER     (needs.jsonl, offerings.jsonl, qrels.tsv)
 * Prints the quality of eight-fold cross-validation beside that on the training data, and the reliability table.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { meanQuality, type Quality } from './labelled.js'
import { sigmoid } from './logistic.js'
import { calibrate, foldsOf, type HeldOut, practical, rankedQuality, raw, signs, weightsOf } from './model.js'
import { type NeedPairs, readNeedPairs } from './need-pairs.js'
import { fitPairwise } from './pairwise.js'

const seeds = process.env.SEEDS ?? 'seeds'
const folder = process.argv[2]
if (!folder) throw new Error('usage: learn-weights.ts FOLDER')

const { byNeed, joined } = readNeedPairs(folder, seeds)
const learn = (needs: readonly NeedPairs[]) =>
  fitPairwise(
    [...needs, ...joined(needs)].map(({ pairs }) => pairs),
    signs,
  )

const crossed: Quality[] = []
const heldOut: HeldOut[] = []
for (const fold of foldsOf(byNeed.length)) {
  const test = fold.map((i) => byNeed[i] as NeedPairs)
  const model = learn(byNeed.filter((n) => !test.includes(n)))
  for (const need of test) {
    crossed.push(rankedQuality(model, need))
    for (const p of need.pairs) heldOut.push({ score: raw(model, p.x), helpful: p.grade >= 2 })
  }
}
const model = learn(byNeed)
const own = byNeed.map((need) => rankedQuality(model, need))
const platt = calibrate(heldOut)
const result = weightsOf(model, platt, practical)
writeFileSync(join(seeds, 'model', 'weights.json'), `${JSON.stringify(result, null, 2)}\n`)

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
    .map((h) => ({ p: sigmoid(platt.slope * h.score + platt.bias), helpful: h.helpful }))
    .filter((h) => h.p >= from && h.p < to)
  if (!inside.length) continue
  const mean = inside.reduce((sum, h) => sum + h.p, 0) / inside.length
  const share = inside.filter((h) => h.helpful).length / inside.length
  console.log(
    `${from.toFixed(2)}-${Math.min(1, to).toFixed(2)}  ${String(inside.length).padStart(6)}  ${mean.toFixed(3).padStart(10)}  ${share.toFixed(3).padStart(8)}`,
  )
}
