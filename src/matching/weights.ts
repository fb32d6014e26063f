import { readFileSync } from 'node:fs'
import { featureNames, type Weights } from './score.js'

/**
 * Reads a weights file: seeds/model/weights.json, or a district's own.
 * @throws RangeError when a feature lacks a finite weight, or the thresholds are not 0 < possible < strong < 1
 */
export function loadWeights(file: string): Weights {
  const weights = JSON.parse(readFileSync(file, 'utf8')) as Weights
  for (const name of featureNames) {
    if (!Number.isFinite(weights.features[name])) throw new RangeError(`${file}: no weight for ${name}`)
  }
  if (!(0 < weights.possible && weights.possible < weights.strong && weights.strong < 1)) {
    throw new RangeError(`${file}: thresholds must be 0 < possible < strong < 1`)
  }
  return weights
}
