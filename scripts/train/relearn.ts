/**
 * Learns the weights anew from a labelled set and from what referrals have shown, and writes a proposal.
 *   node --import tsx scripts/train/relearn.ts FOLDER LABELS [WEIGHTS] > proposal.json
 * FOLDER as for learn-weights.ts; LABELS as `duijie learn labels` writes them; WEIGHTS those in use, by default those of
 * seeds/model. The report compares, each on folds that were not learnt from: on the labelled set, learning without and with
 * LABELS; on LABELS, the weights in use and the new ones. A person reads the report, proposes it (`duijie learn propose proposal.json`) and puts it to use.
 */
import { join } from 'node:path'
import { semanticFeatures } from '../../src/matching/features.js'
import { loadWeights } from '../../src/matching/index.js'
import { meanQuality, type Quality } from './labelled.js'
import { type LiveLabel, portionsOf, readLiveLabels, rightlyRanked } from './live-labels.js'
import { calibrate, foldsOf, type HeldOut, rankedQuality, raw, signs, weightsOf } from './model.js'
import { type NeedPairs, readNeedPairs } from './need-pairs.js'
import { fitPairwise } from './pairwise.js'

const seeds = process.env.SEEDS ?? 'seeds'
const [folder, file, inUse = join(seeds, 'model', 'weights.json')] = process.argv.slice(2)
if (!folder || !file) throw new Error('usage: relearn.ts FOLDER LABELS [WEIGHTS]')

const { byNeed, joined } = readNeedPairs(folder, seeds)
const live = readLiveLabels(file)
const { features: now } = loadWeights(inUse)
const before = semanticFeatures.map((name) => now[name])

const learn = (needs: readonly NeedPairs[], labels: readonly LiveLabel[]) =>
  fitPairwise([...[...needs, ...joined(needs)].map(({ pairs }) => pairs), ...portionsOf(labels)], signs)

interface Scored {
  readonly grade: number
  readonly score: number
}

const quality = { before: [] as Quality[], after: [] as Quality[] }
const heldOut: HeldOut[] = []
const scored = { before: [] as Scored[], after: [] as Scored[] }
const needIds = [...new Set(live.map(({ needId }) => needId))]
const liveFolds = foldsOf(needIds.length).map((fold) => new Set(fold.map((i) => needIds[i])))
for (const [i, fold] of foldsOf(byNeed.length).entries()) {
  const test = fold.map((at) => byNeed[at] as NeedPairs)
  const isTest = ({ needId }: LiveLabel) => liveFolds[i]?.has(needId) === true
  const others = byNeed.filter((n) => !test.includes(n))
  // The weights in use have seen the whole set: what they were learnt by, learnt anew, is the fair rival.
  const alone = learn(others, [])
  const model = learn(
    others,
    live.filter((label) => !isTest(label)),
  )
  for (const need of test) {
    quality.before.push(rankedQuality(alone, need))
    quality.after.push(rankedQuality(model, need))
    for (const p of need.pairs) heldOut.push({ score: raw(model, p.x), helpful: p.grade >= 2 })
  }
  for (const { x, grade } of live.filter(isTest)) {
    scored.before.push({ grade, score: raw(before, x) })
    // Models of different folds have scales of their own.
    scored.after.push({ grade, score: raw(model, x) / Math.hypot(...model) })
  }
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000
const measured = (measure: string, ofBefore: number, ofAfter: number, of: number) => ({
  measure,
  before: rounded(ofBefore),
  after: rounded(ofAfter),
  of,
})
const [was, is] = [meanQuality(quality.before), meanQuality(quality.after)]
const report = [
  measured('benchmark nDCG@10', was.ndcg10, is.ndcg10, byNeed.length),
  measured('benchmark P@3', was.p3, is.p3, byNeed.length),
  ...(portionsOf(live).length
    ? [measured('live AUC', rightlyRanked(scored.before), rightlyRanked(scored.after), live.length)]
    : []),
]
const practical = Object.fromEntries(
  Object.entries(now).filter(([name]) => !(semanticFeatures as readonly string[]).includes(name)),
)
const weights = weightsOf(learn(byNeed, live), calibrate(heldOut), practical)
for (const { measure, before, after, of } of report)
  process.stderr.write(`${measure}: ${before} -> ${after} (${of})\n`)
process.stdout.write(`${JSON.stringify({ weights, report }, null, 2)}\n`)
