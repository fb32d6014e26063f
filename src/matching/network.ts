import { readFileSync } from 'node:fs'
import { join } from 'node:path'

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
  rows: Float32Array | Float64Array,
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
   * A row for each input, then one for each unit. In 64 bits, because turning 32-bit numbers into what JavaScript adds
   * costs more than the adding.
   */
  private readonly intoHidden: Float64Array
  private readonly intoOutput: Float64Array
  private readonly hidden: Float64Array
  private readonly out: Float64Array
  /** Rows that add up to a layer, and what each counts. */
  private readonly rows: Int32Array
  private readonly scales: Float64Array

  constructor(private readonly parameters: Parameters) {
    const { shape, outputs, toHidden, toOutput, direct } = parameters
    this.intoHidden = Float64Array.from(toHidden)
    this.intoOutput = new Float64Array(direct.length + toOutput.length)
    this.intoOutput.set(direct)
    this.intoOutput.set(toOutput, direct.length)
    this.hidden = new Float64Array(shape.hidden)
    this.out = new Float64Array(outputs)
    this.rows = new Int32Array(shape.inputs + shape.hidden)
    this.scales = new Float64Array(shape.inputs + shape.hidden)
  }

  /**
   * About 0.06 ms.
   * @param flatness power of the services' shares before they sum to 1: below 1 it brings them nearer to each other
   */
  judge({ sparse, dense }: Evidence, flatness = 1): Opinion {
    const { shape, hiddenBias, outputBias } = this.parameters
    const { hidden, out, rows, scales } = this
    let count = 0
    for (const [input, value] of sparse) {
      rows[count] = input
      scales[count++] = value
    }
    const first = denseAt(shape)
    for (let i = 0; i < dense.length; i++) {
      rows[count] = first + i
      scales[count++] = dense[i] as number
    }
    hidden.set(hiddenBias)
    addRows(hidden, this.intoHidden, rows, scales, count)
    for (let unit = 0; unit < hidden.length; unit++) {
      const sum = hidden[unit] as number
      if (sum <= 0) continue
      rows[count] = shape.inputs + unit
      scales[count++] = sum
    }
    out.set(outputBias)
    addRows(out, this.intoOutput, rows, scales, count)
    return {
      services: softmax(out.subarray(0, shape.services), flatness),
      groups: sigmoids(out.subarray(shape.services)),
    }
  }
}

/** Number of the first dense input: those of the lexicon, one per service and per group, come before it. */
export const denseAt = ({ services, groups }: Pick<NetworkShape, 'services' | 'groups'>): number =>
  services + groups

/** Eight rows at once: the sums are fetched and stored once for all of them. */
function addRows(
  out: Float64Array,
  matrix: Float64Array,
  rows: Int32Array,
  scales: Float64Array,
  count: number,
): void {
  const width = out.length
  const begins = (at: number): number => (rows[at] as number) * width
  const scale = (at: number): number => scales[at] as number
  let at = 0
  for (; at + 8 <= count; at += 8) {
    const [a, b, c, d] = [begins(at), begins(at + 1), begins(at + 2), begins(at + 3)]
    const [e, f, g, h] = [begins(at + 4), begins(at + 5), begins(at + 6), begins(at + 7)]
    const [p, q, r, s] = [scale(at), scale(at + 1), scale(at + 2), scale(at + 3)]
    const [t, u, v, w] = [scale(at + 4), scale(at + 5), scale(at + 6), scale(at + 7)]
    for (let i = 0; i < width; i++) {
      out[i] =
        (out[i] as number) +
        ((matrix[a + i] as number) * p + (matrix[b + i] as number) * q) +
        ((matrix[c + i] as number) * r + (matrix[d + i] as number) * s) +
        ((matrix[e + i] as number) * t + (matrix[f + i] as number) * u) +
        ((matrix[g + i] as number) * v + (matrix[h + i] as number) * w)
    }
  }
  for (; at < count; at++) addRow(out, matrix, rows[at] as number, scales[at] as number)
}

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
