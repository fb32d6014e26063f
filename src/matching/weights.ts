import { readFileSync } from 'node:fs'
import { featureNames, type Weights } from './score.js'

/** Weights as they were kept, perhaps by a version that knew other features. */
export interface KeptWeights extends Omit<Weights, 'features'> {
  readonly features: Readonly<Record<string, number>>
}

/**
 * Reads a weights file: seeds/model/weights.json, or a district's own.
 * @throws RangeError as `checkedWeights` does
 */
export function loadWeights(file: string): Weights {
  return checkedWeights(JSON.parse(readFileSync(file, 'utf8')) as KeptWeights, file)
}

/**
 * @param name for messages
 * @throws RangeError when a feature lacks a finite weight, or the thresholds are not 0 < possible < strong < 1
 */
export function checkedWeights(weights: KeptWeights, name = weights.version): Weights {
  for (const feature of featureNames) {
    if (!Number.isFinite(weights.features[feature])) throw new RangeError(`${name}: no weight for ${feature}`)
  }
  if (!(0 < weights.possible && weights.possible < weights.strong && weights.strong < 1)) {
    throw new RangeError(`${name}: thresholds must be 0 < possible < strong < 1`)
  }
  return weights
}
