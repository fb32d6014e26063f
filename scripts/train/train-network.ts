import {
  addRow,
  denseAt,
  type Evidence,
  type NetworkShape,
  Parameters,
  sigmoid,
  softmax,
  wordValue,
} from '../../src/matching/network.js'
import { random, shuffle } from './random.js'

export interface Example {
  readonly evidence: Omit<Evidence, 'words'>
  /** Those of its words that the network knows, by their rows. */
  readonly words: readonly number[]
  /** Shares of the services, sum 1. */
  readonly services: Float32Array
  /** 0 or 1 per group; undefined: not known, the groups learn nothing from it. */
  readonly groups: Float32Array | undefined
  readonly weight: number
}

export interface TrainOptions {
  readonly epochs: number
  readonly rate: number
  /** Share of the weights taken away at each step of rate 1. */
  readonly decay: number
  readonly inputDropout: number
  readonly wordDropout: number
  readonly hiddenDropout: number
  readonly batch: number
  readonly seed: number
}

/** How much the groups' error counts beside that of the services. */
const groupShare = 0.25

/**
 * Adam with decoupled weight decay (Loshchilov & Hutter, ICLR 2019) on the cross entropy of both heads, with dropout
 * (Srivastava et al. 2014) and a rate that falls in a line to a tenth. Same input, same result.
 */
export function trainNetwork(
  shape: NetworkShape,
  examples: readonly Example[],
  options: TrainOptions,
): Parameters {
  const next = random(options.seed)
  const network = new Parameters(shape)
  for (let i = 0; i < network.toHidden.length; i++) {
    network.toHidden[i] = (next() + next() + next() - 1.5) * 2 * Math.sqrt(2 / shape.inputs)
  }
  const gradient = new Parameters(shape)
  const adam = new Adam(network.all.length)
  const order = examples.map((_, i) => i)
  const steps = Math.ceil(examples.length / options.batch) * options.epochs
  let step = 0
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, next)
    for (let at = 0; at < order.length; at += options.batch) {
      const batch = order.slice(at, at + options.batch)
      gradient.all.fill(0)
      for (const i of batch)
        addGradient(network, examples[i] as Example, gradient, options, next, 1 / batch.length)
      adam.step(network.all, gradient.all, options.rate * (1 - (0.9 * step++) / steps), options.decay)
    }
  }
  return network
}

function addGradient(
  network: Parameters,
  example: Example,
  gradient: Parameters,
  options: TrainOptions,
  next: () => number,
  share: number,
): void {
  const { shape } = network
  const heard = inputsOf(example.evidence, denseAt(shape)).filter(() => next() >= options.inputDropout)
  const value = wordValue(example.words.length)
  const words = example.words.filter(() => next() >= options.wordDropout)
  const hidden = network.hiddenBias.slice()
  const out = network.outputBias.slice()
  for (const [input, value] of heard) {
    addRow(hidden, network.toHidden, input, value)
    addRow(out, network.direct, input, value)
  }
  for (const word of words) addRow(hidden, network.wordsToHidden, word, value)
  const boost = 1 / (1 - options.hiddenDropout)
  for (let unit = 0; unit < hidden.length; unit++) {
    const dropped = next() < options.hiddenDropout
    hidden[unit] = dropped ? 0 : Math.max(0, hidden[unit] as number) * boost
    if ((hidden[unit] as number) > 0) addRow(out, network.toOutput, unit, hidden[unit] as number)
  }
  const error = outputError(out, example, shape)
  const scale = example.weight * share
  for (let i = 0; i < error.length; i++) error[i] = (error[i] as number) * scale
  addInto(gradient.outputBias, error, 1)
  for (const [input, value] of heard) addInto(row(gradient.direct, input, error.length), error, value)
  const hiddenError = new Float32Array(hidden.length)
  for (let unit = 0; unit < hidden.length; unit++) {
    const active = hidden[unit] as number
    if (active <= 0) continue
    addInto(row(gradient.toOutput, unit, error.length), error, active)
    hiddenError[unit] = dot(row(network.toOutput, unit, error.length), error) * boost
  }
  addInto(gradient.hiddenBias, hiddenError, 1)
  for (const [input, value] of heard)
    addInto(row(gradient.toHidden, input, hidden.length), hiddenError, value)
  for (const word of words) addInto(row(gradient.wordsToHidden, word, hidden.length), hiddenError, value)
}

/** All inputs in the order of their kinds: the random numbers of dropout are drawn in this order. */
function inputsOf(
  { sparse, dense }: Example['evidence'],
  start: number,
): (readonly [input: number, value: number])[] {
  return [
    ...sparse.filter(([input]) => input < start),
    ...Array.from(dense, (value, i) => [start + i, value] as const),
    ...sparse.filter(([input]) => input >= start),
  ]
}

function outputError(out: Float32Array, example: Example, { services, groups }: NetworkShape): Float32Array {
  const error = new Float32Array(services + groups)
  const shares = softmax(out.subarray(0, services))
  for (let i = 0; i < services; i++) error[i] = (shares[i] as number) - (example.services[i] as number)
  if (!example.groups) return error
  for (let i = 0; i < groups; i++) {
    error[services + i] = groupShare * (sigmoid(out[services + i] as number) - (example.groups[i] as number))
  }
  return error
}

class Adam {
  private readonly mean: Float32Array
  private readonly square: Float32Array
  private steps = 0

  constructor(size: number) {
    this.mean = new Float32Array(size)
    this.square = new Float32Array(size)
  }

  step(weights: Float32Array, gradient: Float32Array, rate: number, decay: number): void {
    this.steps++
    const meanScale = 1 / (1 - 0.9 ** this.steps)
    const squareScale = 1 / (1 - 0.999 ** this.steps)
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] as number
      const mean = 0.9 * (this.mean[i] as number) + 0.1 * g
      const square = 0.999 * (this.square[i] as number) + 0.001 * g * g
      this.mean[i] = mean
      this.square[i] = square
      const weight = weights[i] as number
      weights[i] =
        weight - rate * ((mean * meanScale) / (Math.sqrt(square * squareScale) + 1e-8) + decay * weight)
    }
  }
}

const row = (rows: Float32Array, at: number, width: number): Float32Array =>
  rows.subarray(at * width, (at + 1) * width)

function addInto(out: Float32Array, from: Float32Array, scale: number): void {
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + (from[i] as number) * scale
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
