import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dimensions } from './word-vectors.js'

/** What a text gives a network to weigh: a few inputs by number, and one stretch of inputs that are all there. */
export interface Evidence {
  readonly sparse: readonly (readonly [input: number, value: number])[]
  /** The meaning of the words: inputs from `denseAt` on. */
  readonly dense: Float32Array
}

/** Sizes of a network; they are the same for both sides. */
export interface NetworkShape {
  readonly inputs: number
  readonly hidden: number
  /** Service categories, then target groups. */
  readonly services: number
  readonly groups: number
}

/**
 * The parameters of a network, row by row: inputs x hidden, hidden bias, hidden x outputs, inputs x outputs, output
 * bias.
 */
export class Parameters {
  readonly outputs: number
  readonly toHidden: Float32Array
  readonly hiddenBias: Float32Array
  readonly toOutput: Float32Array
  readonly direct: Float32Array
  readonly outputBias: Float32Array

  /** @param all a view that stays shared: writing to it changes the network */
  constructor(
    readonly shape: NetworkShape,
    readonly all: Float32Array = new Float32Array(Parameters.count(shape)),
  ) {
    if (all.length !== Parameters.count(shape)) throw new RangeError('network: wrong number of parameters')
    const { inputs, hidden } = shape
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
  }

  static count({ inputs, hidden, services, groups }: NetworkShape): number {
    const outputs = services + groups
    return inputs * hidden + hidden + hidden * outputs + inputs * outputs + outputs
  }
}

/** What a network thinks of a text: services as shares that sum to 1, groups each in [0, 1]; by index in their trees. */
export interface Opinion {
  readonly services: Float32Array
  readonly groups: Float32Array
}

/** out += scale * row */
export function addRow(
  out: Float32Array | Float64Array,
  rows: Float32Array,
  row: number,
  scale: number,
): void {
  const width = out.length
  const start = row * width
  for (let i = 0; i < width; i++) out[i] = (out[i] as number) + (rows[start + i] as number) * scale
}

/**
 * A small network: evidence reaches the services and groups directly and over one layer of rectified units, which
 * learn what only a combination says (old and alone and silent). How it is trained: scripts/train, docs/matching.md.
 */
export class Network {
  /**
   * Weights of the dense inputs side by side per unit, and of units and dense inputs side by side per output: each is
   * one running sum over neighbours in memory. In 64 bits, because turning 32-bit numbers into what JavaScript adds
   * costs more than the adding.
   */
  private readonly intoHidden: Float64Array
  private readonly intoOutput: Float64Array
  /** What goes into the outputs: the units, then the dense inputs. */
  private readonly layer: Float64Array

  constructor(private readonly parameters: Parameters) {
    const { shape, outputs, toHidden, toOutput, direct } = parameters
    const width = shape.hidden + dimensions
    this.layer = new Float64Array(width)
    this.intoHidden = new Float64Array(shape.hidden * dimensions)
    this.intoOutput = new Float64Array(outputs * width)
    const start = denseAt(shape)
    copyColumns(toHidden, start, dimensions, shape.hidden, this.intoHidden, 0, dimensions)
    copyColumns(toOutput, 0, shape.hidden, outputs, this.intoOutput, 0, width)
    copyColumns(direct, start, dimensions, outputs, this.intoOutput, shape.hidden, width)
  }

  /** About 0.15 ms. */
  judge({ sparse, dense }: Evidence): Opinion {
    const { shape, outputs, hiddenBias, outputBias, toHidden, direct } = this.parameters
    const hidden = Float64Array.from(hiddenBias)
    const out = Float64Array.from(outputBias)
    for (const [input, value] of sparse) {
      addRow(hidden, toHidden, input, value)
      addRow(out, direct, input, value)
    }
    const meaning = Float64Array.from(dense)
    for (let unit = 0; unit < hidden.length; unit++) {
      const sum = (hidden[unit] as number) + dot(this.intoHidden, unit * dimensions, meaning)
      this.layer[unit] = Math.max(sum, 0)
    }
    this.layer.set(meaning, shape.hidden)
    for (let at = 0; at < outputs; at++) {
      out[at] = (out[at] as number) + dot(this.intoOutput, at * this.layer.length, this.layer)
    }
    return {
      services: softmax(Float32Array.from(out.subarray(0, shape.services))),
      groups: Float32Array.from(out.subarray(shape.services), sigmoid),
    }
  }
}

/** Number of the first dense input: those of the lexicon, one per service and per group, come before it. */
export const denseAt = ({ services, groups }: Pick<NetworkShape, 'services' | 'groups'>): number =>
  services + groups

/** Rows `from` to `from + count` of a matrix become columns of another. */
function copyColumns(
  rows: Float32Array,
  from: number,
  count: number,
  width: number,
  out: Float64Array,
  column: number,
  outWidth: number,
): void {
  for (let y = 0; y < count; y++) {
    for (let x = 0; x < width; x++) {
      out[x * outWidth + column + y] = rows[(from + y) * width + x] as number
    }
  }
}

/** Four sums at once, which the processor can add side by side; zeros are cheaper to add than to ask about. */
function dot(weights: Float64Array, start: number, values: Float64Array): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  const whole = values.length & ~3
  for (let i = 0, at = start; i < whole; i += 4, at += 4) {
    a += (weights[at] as number) * (values[i] as number)
    b += (weights[at + 1] as number) * (values[i + 1] as number)
    c += (weights[at + 2] as number) * (values[i + 2] as number)
    d += (weights[at + 3] as number) * (values[i + 3] as number)
  }
  for (let i = whole; i < values.length; i++) a += (weights[start + i] as number) * (values[i] as number)
  return a + b + (c + d)
}

/** Scores to shares that sum to 1. */
export function softmax(scores: Float32Array): Float32Array {
  let top = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > top) top = score
  let sum = 0
  const out = new Float32Array(scores.length)
  for (let i = 0; i < out.length; i++) {
    const e = Math.exp((scores[i] as number) - top)
    out[i] = e
    sum += e
  }
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) / sum
  return out
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score))

/** seeds/model/network.json: what the binary files beside it were trained for. */
export interface NetworkFile extends NetworkShape {
  /** Changes with every training; analyses made under another version are made anew. */
  readonly version: string
  /** Ids in the order of the outputs: a taxonomy that has changed since needs a new training. */
  readonly serviceIds: readonly string[]
  readonly groupIds: readonly string[]
}

export const sides = ['need', 'offering'] as const
export type Side = (typeof sides)[number]

/**
 * Reads network.json, need.bin and offering.bin (32-bit floats, little-endian) of a model folder.
 * @throws RangeError when a file has another length than the shape says
 */
export function loadNetworks(folder: string): { file: NetworkFile; networks: Record<Side, Network> } {
  const file = JSON.parse(readFileSync(join(folder, 'network.json'), 'utf8')) as NetworkFile
  const load = (side: Side): Network => {
    const bytes = readFileSync(join(folder, `${side}.bin`))
    const floats = new Float32Array(bytes.length / 4)
    for (let i = 0; i < floats.length; i++) floats[i] = bytes.readFloatLE(i * 4)
    return new Network(new Parameters(file, floats))
  }
  return { file, networks: { need: load('need'), offering: load('offering') } }
}
