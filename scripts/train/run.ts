/**
 * Trains the two networks on seeds/corpus and the lexicon, each in a process of its own, and writes
 * seeds/model/{network.json,need.bin,offering.bin}; same input, same bytes.
 *   npm run train            (about five minutes on two cores)
 */
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadReadingTools } from '../../src/matching/language.js'
import { type NetworkFile, type NetworkShape, packed, type Side, sides } from '../../src/matching/network.js'
import { evidenceSize, outputSizes } from '../../src/matching/reading.js'
import { readCorpus } from './corpus.js'
import { examplesFor, wordsOf } from './examples.js'
import { trainNetwork } from './train-network.js'

const seeds = process.env.SEEDS ?? 'seeds'
const folder = join(seeds, 'model')
const options = {
  epochs: 12,
  rate: 2.5e-3,
  decay: 0.16,
  inputDropout: 0.2,
  wordDropout: 0.3,
  hiddenDropout: 0.3,
  batch: 96,
  seed: 20_261_123,
}

function trainSide(side: Side): void {
  const tools = loadReadingTools(seeds)
  const corpus = readCorpus(join(seeds, 'corpus'))
  console.error(
    `${side}: ${corpus.needs.length} needs, ${corpus.offerings.length} offerings, ${tools.lexicon.size} expressions`,
  )
  const words = wordsOf(corpus, tools)
  const shape = { ...shapeOver(tools), words: words.length }
  const network = trainNetwork(shape, examplesFor(side, corpus, tools, words), options)
  writeFileSync(join(folder, `${side}.bin`), packed(network))
}

function shapeOver({ taxonomy }: ReturnType<typeof loadReadingTools>): Omit<NetworkShape, 'words'> {
  return { inputs: evidenceSize(taxonomy), hidden: 192, ...outputSizes(taxonomy) }
}

async function trainBoth(): Promise<void> {
  const ended = (side: Side) =>
    new Promise<void>((resolve, reject) => {
      const child = fork(process.argv[1] as string, [side])
      child.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`training ${side} ended with ${code}`)),
      )
    })
  await Promise.all(sides.map(ended))
  const tools = loadReadingTools(seeds)
  const digest = createHash('sha256')
  for (const side of sides) digest.update(readFileSync(join(folder, `${side}.bin`)))
  const file: NetworkFile = {
    version: digest.digest('hex').slice(0, 12),
    ...shapeOver(tools),
    serviceIds: tools.taxonomy.services.terms.map((term) => term.id),
    groupIds: tools.taxonomy.groups.terms.map((term) => term.id),
    words: wordsOf(readCorpus(join(seeds, 'corpus')), tools),
  }
  writeFileSync(join(folder, 'network.json'), `${JSON.stringify(file)}\n`)
}

const side = sides.find((s) => s === process.argv[2])
if (side) trainSide(side)
else await trainBoth()
