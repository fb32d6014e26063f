import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ByteRows } from './byte-rows.js'
import { KnownWords } from './known-words.js'
import { RowSums } from './row-sums.js'
import type { NumberedWords, Vocabulary } from './vocabulary.js'

/** What a text gives a network to weigh: a few inputs by number, one stretch of inputs that are all there, and its words. */
export interface Evidence {
  readonly sparse: readonly (readonly [input: number, value: number])[]
  /** The meaning of the words: inputs from `denseAt` on. */
  readonly dense: Float32Array
  readonly words: NumberedWords
}

/** Sizes of a network; they are the same for both sides. */
export interface NetworkShape {
  readonly inputs: number
  /** Words that it knows by themselves. */
  readonly words: number
  readonly hidden: number
  /** Service categories, then target groups. */
  readonly services: number
  readonly groups: number
}

/**
 * The parameters of a network, row by row: inputs x hidden, hidden bias, hidden x outputs, inputs x outputs, output
 * bias, words x hidden.
 */
export class Parameters {
  readonly outputs: number
  readonly toHidden: Float32Array
  readonly hiddenBias: Float32Array
  readonly toOutput: Float32Array
  readonly direct: Float32Array
  readonly outputBias: Float32Array
  readonly wordsToHidden: Float32Array

  /** @param all a view that stays shared: writing to it changes the network */
  constructor(
    readonly shape: NetworkShape,
    readonly all: Float32Array = new Float32Array(Parameters.count(shape)),
  ) {
    if (all.length !== Parameters.count(shape)) throw new RangeError('network: wrong number of parameters')
    const { inputs, words, hidden } = shape
    this.outputs = shape.services + shape.groups
    let at = 0
    const take = (length: number): Float32Array => {
      at += length
      return all.subarray(at - length, at)
    }
    this.toHidden = take(inputs * hidden)
    this.hiddenBias = take(hidden)
    this.toOutput = take(hidden * this.outputs)
    this.direct = take(inputs * this.outputs)
    this.outputBias = take(this.outputs)
    this.wordsToHidden = take(words * hidden)
  }

  static count({ inputs, words, hidden, services, groups }: NetworkShape): number {
    const outputs = services + groups
    return inputs * hidden + hidden + hidden * outputs + inputs * outputs + outputs + words * hidden
  }
}

/** What a network thinks of a text: services as shares that sum to 1, groups each in [0, 1]; by index in their trees. */
export interface Opinion {
  readonly services: Float32Array
  readonly groups: Float32Array
}

/** out += scale * row */
export function addRow(out: Float32Array, rows: Float32Array, row: number, scale: number): void {
  const width = out.length
  const start = row * width
  for (let i = 0; i < width; i++) out[i] = (out[i] as number) + (rows[start + i] as number) * scale
}

/** How loud the words of a text are together, however many it has. */
const loudnessOfWords = 2

/** What each of so many known words counts: the sum of that many vectors grows with the root of their number. */
export const wordValue = (count: number): number => loudnessOfWords / Math.sqrt(count)

/**
 * A small network: evidence reaches the services and groups directly and over one layer of rectified units, which
 * learn what only a combination says (old and alone and silent), and what words mean here (进去了). How it is trained:
 * scripts/train, docs/matching.md.
 */
export class Network {
  /** Has a row for each input. */
  private readonly hidden: RowSums
  private readonly ofWords: ByteRows
  /** Has a row for each input, then one for each unit. */
  private readonly out: RowSums

  constructor(
    private readonly parameters: Parameters,
    private readonly words: KnownWords,
    private readonly wordRows: WordRows,
  ) {
    const { shape, outputs, toHidden, toOutput, direct } = parameters
    this.hidden = new RowSums([toHidden], shape.hidden, shape.inputs)
    this.ofWords = new ByteRows(wordRows.bytes, this.hidden.sums)
    this.out = new RowSums([direct, toOutput], outputs, shape.inputs + shape.hidden)
  }

  /**
   * About 0.02 ms.
   * @param flatness power of the services' shares before they sum to 1: below 1 it brings them nearer to each other
   */
  judge({ sparse, dense, words }: Evidence, flatness = 1): Opinion {
    const { shape, hiddenBias, outputBias } = this.parameters
    const { hidden, out } = this
    const first = denseAt(shape)
    hidden.sums.set(hiddenBias)
    out.sums.set(outputBias)
    for (const layer of [hidden, out]) {
      for (const [input, value] of sparse) layer.take(input, value)
      for (let i = 0; i < dense.length; i++) layer.take(first + i, dense[i] as number)
    }
    hidden.finish()
    this.hear(words)
    for (let unit = 0; unit < shape.hidden; unit++) {
      const sum = hidden.sums[unit] as number
      if (sum > 0) out.take(shape.inputs + unit, sum)
    }
    out.finish()
    return {
      services: softmax(out.sums.subarray(0, shape.services), flatness),
      groups: sigmoids(out.sums.subarray(shape.services)),
    }
  }

  private hear(words: NumberedWords): void {
    const { scales } = this.wordRows
    const places = this.words.placesOf(words)
    const value = wordValue(places.length) / 127
    for (const place of places) this.ofWords.take(place, value * (scales[place] as number))
    this.ofWords.finish()
  }
}

/** What each word says to each hidden unit: bytes x scale of the word / 127. */
interface WordRows {
  readonly bytes: Int8Array
  readonly scales: Float32Array
}

/** Number of the first dense input: those of the lexicon, one per service and per group, come before it. */
export const denseAt = ({ services, groups }: Pick<NetworkShape, 'services' | 'groups'>): number =>
  services + groups

/** Scores to shares that sum to 1; a flatness below 1 takes each share to that power first. */
export function softmax(scores: Float32Array | Float64Array, flatness = 1): Float32Array {
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < scores.length; i++) if ((scores[i] as number) > top) top = scores[i] as number
  let sum = 0
  const out = new Float32Array(scores.length)
  for (let i = 0; i < out.length; i++) {
    const e = Math.exp(((scores[i] as number) - top) * flatness)
    out[i] = e
    sum += e
  }
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) / sum
  return out
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score))

function sigmoids(scores: Float64Array): Float32Array {
  const out = new Float32Array(scores.length)
  for (let i = 0; i < out.length; i++) out[i] = sigmoid(scores[i] as number)
  return out
}

/** seeds/model/network.json: what the binary files beside it were trained for. */
export interface NetworkFile extends Omit<NetworkShape, 'words'> {
  /** Changes with every training; analyses made under another version are made anew. */
  readonly version: string
  /** Ids in the order of the outputs: a taxonomy that has changed since needs a new training. */
  readonly serviceIds: readonly string[]
  readonly groupIds: readonly string[]
  /** In the order of their rows. */
  readonly words: readonly string[]
}

export const sides = ['need', 'offering'] as const
export type Side = (typeof sides)[number]

/**
 * Reads network.json, need.bin and offering.bin of a model folder.
 * @throws RangeError when a file has another length than the shape says
 */
export function loadNetworks(
  folder: string,
  vocabulary: Vocabulary,
): { file: NetworkFile; networks: Record<Side, Network> } {
  const file = JSON.parse(readFileSync(join(folder, 'network.json'), 'utf8')) as NetworkFile
  const words = new KnownWords(file.words, vocabulary)
  const load = (side: Side): Network => {
    const { parameters, wordRows } = unpacked(readFileSync(join(folder, `${side}.bin`)), file)
    return new Network(parameters, words, wordRows)
  }
  return { file, networks: { need: load('need'), offering: load('offering') } }
}

/**
 * A network's file: all parameters but those of words and then a scale for each word, as 32-bit floats, little-endian; then
 * per word and unit a signed byte, of which 127 is the word's scale.
 */
export function packed({ shape, all, wordsToHidden }: Parameters): Buffer {
  const plain = all.length - wordsToHidden.length
  const wordsAt = 4 * (plain + shape.words)
  const bytes = Buffer.alloc(wordsAt + wordsToHidden.length)
  for (let i = 0; i < plain; i++) bytes.writeFloatLE(all[i] as number, 4 * i)
  for (let word = 0; word < shape.words; word++) {
    const row = wordsToHidden.subarray(word * shape.hidden, (word + 1) * shape.hidden)
    const scale = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    bytes.writeFloatLE(scale, 4 * (plain + word))
    for (const [unit, value] of row.entries()) {
      bytes.writeInt8(scale && Math.round((127 * value) / scale), wordsAt + word * shape.hidden + unit)
    }
  }
  return bytes
}

/** @throws RangeError for bytes of another length than the shape says */
function unpacked(bytes: Buffer, file: NetworkFile): { parameters: Parameters; wordRows: WordRows } {
  const shape: NetworkShape = { ...file, words: 0 }
  const plain = Parameters.count(shape)
  const floats = new Float32Array(plain + file.words.length)
  const wordsAt = 4 * floats.length
  if (bytes.length !== wordsAt + file.words.length * file.hidden) {
    throw new RangeError('network: wrong number of parameters')
  }
  for (let i = 0; i < floats.length; i++) floats[i] = bytes.readFloatLE(4 * i)
  return {
    parameters: new Parameters(shape, floats.subarray(0, plain)),
    wordRows: { scales: floats.subarray(plain), bytes: new Int8Array(bytes.subarray(wordsAt)) },
  }
}
