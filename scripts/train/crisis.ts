/**
 * Trains the reader of possible crises on seeds/corpus and writes seeds/model/crisis.json; same input, same bytes.
 *   node --import tsx scripts/train/crisis.ts        (half a minute)
 * Prints what five-fold cross-validation says of it, and the held-out texts of test/matching/held-out/crisis.tsv.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CrisisFile } from '../../src/matching/crisis-reader.js'
import { UrgencyCues } from '../../src/matching/cues/urgency.js'
import { loadReadingTools } from '../../src/matching/language.js'
import { denseAt, sigmoid } from '../../src/matching/network.js'
import { evidenceOf, evidenceSize, outputSizes, read } from '../../src/matching/reading.js'
import { readCorpus } from './corpus.js'
import { random, shuffle } from './random.js'

interface Text {
  readonly text: string
  /** Inputs of the networks by number, in the order in which `CrisisReader` sums them. */
  readonly evidence: readonly (readonly [input: number, value: number])[]
  readonly words: ReadonlySet<string>
  readonly isCrisis: boolean
  /** What nobody has called a crisis or none by hand counts less. */
  readonly weight: number
  /** Whether words of urgency.tsv say so already. */
  readonly isWorded: boolean
}

interface Model {
  readonly evidence: Float64Array
  readonly words: ReadonlyMap<string, number>
  readonly bias: number
}

const seeds = process.env.SEEDS ?? 'seeds'
const heldOut = 'test/matching/held-out/crisis.tsv'
const epochs = 40
const rate = 0.2
const ridge = 3e-4
/** Crises are few: together they count a quarter of all the rest. */
const crisisShare = 0.25
/** Of ordinary needs, how many may be shown to a person in vain. */
const inVain = 0.02
const leastWeight = 0.02
/** Needs that are arranged for with these may be crises or not: nobody has labelled them. */
const unsure =
  /^(?:mental\.(?:crisis|hotline|severe)|minors\.(?:protection|victims)|women-family\.violence|elderly\.(?:protection|emergency))/

const tools = loadReadingTools(seeds)
const firstDense = denseAt(outputSizes(tools.taxonomy))
const cues = new UrgencyCues(readFileSync(join(seeds, 'taxonomy', 'urgency.tsv'), 'utf8'), tools.normalize)
const isWorded = (text: string) => cues.find(tools.normalize(text))?.level === 'crisis'

function textOf(text: string, isCrisis: boolean, weight: number): Text {
  const reading = read(text, tools, 2026, 'need')
  const { sparse, dense } = evidenceOf(reading, tools.taxonomy)
  const meaning = Array.from(dense, (value, i) => [firstDense + i, value] as const)
  const words = new Set(reading.spoken.words)
  return { text, evidence: [...sparse, ...meaning], words, isCrisis, weight, isWorded: isWorded(text) }
}

/** yes<TAB>text or no<TAB>text. */
function labelled(file: string): Text[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  return lines.map((line) => {
    const [label, text = ''] = line.split('\t')
    return textOf(text, label === 'yes', label === 'yes' ? 1 : 2)
  })
}

function corpusTexts(): Text[] {
  return readCorpus(join(seeds, 'corpus')).needs.flatMap(({ text, main, also }) => {
    if (isWorded(text) || main.includes('mental.crisis')) return [textOf(text, true, 0.5)]
    return [...main, ...also].some((id) => unsure.test(id)) ? [] : [textOf(text, false, 1)]
  })
}

/** Logistic regression by AdaGrad (Duchi et al., JMLR 2011), each text by itself. */
function learn(texts: readonly Text[]): Model {
  const known = new Map<string, number>()
  for (const { words } of texts) for (const word of words) known.set(word, (known.get(word) ?? 0) + 1)
  const size = evidenceSize(tools.taxonomy)
  // A word of one text alone would learn that text by heart.
  const places = new Map([...known].filter(([, count]) => count > 1).map(([word], i) => [word, size + i]))
  const rows = texts.map(({ evidence, words }) => [
    ...evidence,
    ...[...words].flatMap((word) => {
      const place = places.get(word)
      return place === undefined ? [] : [[place, 1] as const]
    }),
    [size + places.size, 1] as const,
  ])
  const crises = texts.filter(({ isCrisis }) => isCrisis).length
  const share = ((texts.length - crises) / crises) * crisisShare
  const weights = new Float64Array(size + places.size + 1)
  const seen = new Float64Array(weights.length).fill(1e-6)
  const order = texts.map((_, i) => i)
  const chance = random(7)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, chance)
    for (const at of order) {
      const { isCrisis, weight } = texts[at] as Text
      const row = rows[at] as (typeof rows)[number]
      const score = row.reduce((sum, [i, value]) => sum + (weights[i] as number) * value, 0)
      const error = (sigmoid(score) - (isCrisis ? 1 : 0)) * weight * (isCrisis ? share : 1)
      for (const [i, value] of row) {
        const slope = error * value + ridge * (weights[i] as number)
        seen[i] = (seen[i] as number) + slope * slope
        weights[i] = (weights[i] as number) - (rate * slope) / Math.sqrt(seen[i] as number)
      }
    }
  }
  const words = Array.from(places, ([word, place]) => [word, weights[place] as number] as const)
  return { evidence: weights.slice(0, size), words: new Map(words), bias: weights.at(-1) as number }
}

function scoreOf({ evidence, words, bias }: Model, text: Text): number {
  let score = bias
  for (const [input, value] of text.evidence) score += (evidence[input] as number) * value
  for (const word of text.words) score += words.get(word) ?? 0
  return score
}

const texts = [...corpusTexts(), ...labelled(join(seeds, 'corpus', 'crisis.tsv'))]
const folds = 5
const crossed = Array.from({ length: folds }, (_, fold) => {
  const model = learn(texts.filter((_, i) => i % folds !== fold))
  return texts.filter((_, i) => i % folds === fold).map((text) => ({ text, score: scoreOf(model, text) }))
}).flat()
const ordinary = crossed.filter(({ text }) => !text.isCrisis).map(({ score }) => score)
const threshold = ordinary.toSorted((a, b) => b - a)[Math.floor(ordinary.length * inVain)] as number

const { evidence, words, bias } = learn(texts)
const rounded = (value: number) => Math.round(value * 1_000) / 1_000
const file: CrisisFile = {
  threshold: rounded(threshold),
  bias: rounded(bias),
  evidence: Array.from(evidence, rounded),
  words: Object.fromEntries(
    [...words]
      .filter(([, weight]) => Math.abs(weight) >= leastWeight)
      .map(([word, weight]) => [word, rounded(weight)]),
  ),
}
writeFileSync(join(seeds, 'model', 'crisis.json'), `${JSON.stringify(file)}\n`)

const unworded = crossed.filter(({ text }) => text.isCrisis && !text.isWorded)
const found = unworded.filter(({ score }) => score > threshold).length
console.log(
  `cross-validated: ${found} of ${unworded.length} crises that no word tells; ${inVain * 1_000} of 1,000 in vain`,
)
const kept: Model = {
  evidence: Float64Array.from(file.evidence),
  words: new Map(Object.entries(file.words)),
  bias: file.bias,
}
const held = labelled(heldOut)
const crises = held.filter(({ isCrisis }) => isCrisis)
const byWords = crises.filter((text) => text.isWorded)
const byReader = crises.filter((text) => !text.isWorded && scoreOf(kept, text) > file.threshold)
const vain = held.filter((text) => !text.isCrisis && scoreOf(kept, text) > file.threshold)
console.log(
  `held out: words ${byWords.length}, reader ${byReader.length} more of ${crises.length}; in vain ${vain.length} of ${held.length - crises.length}`,
)
