import { expect } from 'chai'
import fc from 'fast-check'
import type { Bound } from '../../src/matching/bounds.js'
import { EnvelopeMaker } from '../../src/matching/envelope.js'
import { compareTags, wordsFeature } from '../../src/matching/features.js'
import { NeedBound } from '../../src/matching/need-bound.js'
import { OfferingBound } from '../../src/matching/offering-bound.js'
import { featureNames, tagScore, type Weights, weightVector } from '../../src/matching/score.js'
import { WordQuery } from '../../src/matching/word-query.js'
import { packedNeeds, packedOfferings } from './corpus.js'
import { comparison, weights } from './shared-language.js'

const offerings = packedOfferings(5)
const needs = packedNeeds(20)

/** A district's own weights: any, also such as punish what is usually good. */
const anyWeights: fc.Arbitrary<Weights> = fc
  .array(fc.double({ min: -3, max: 6, noNaN: true }), {
    minLength: featureNames.length,
    maxLength: featureNames.length,
  })
  .map((values) => ({
    ...weights,
    features: Object.fromEntries(featureNames.map((name, i) => [name, values[i]])) as Weights['features'],
  }))

function envelopeOf(profiles: readonly Uint32Array[], merit: number): Uint32Array {
  const maker = new EnvelopeMaker(comparison)
  const row: number[] = []
  const begins: number[] = []
  for (const packed of profiles) {
    maker.add(packed, 0, packed.length, merit)
    begins.push(row.length)
    maker.finish(row)
  }
  // Around envelopes, as in the upper levels.
  const at = row.length
  for (const begin of begins) maker.addEnvelope(row, begin)
  maker.finish(row)
  return Uint32Array.from(row.slice(at))
}

function textScore(need: Uint32Array, offering: Uint32Array, by: Weights): number {
  const values = new Float32Array(featureNames.length)
  const vector = weightVector(by)
  compareTags(need, offering, 0, comparison, values)
  const words = new WordQuery().of(need).overlap(offering, 0, offering.length)
  return tagScore(values, vector, by.bias) + (vector[wordsFeature] as number) * words
}

const rounding = 1e-4

describe('the bound on an envelope', () => {
  const group = <T>(items: readonly T[]) =>
    fc.subarray([...items], { minLength: 1, maxLength: 12 }) as fc.Arbitrary<T[]>

  it('is never lower than an offering within scores for the need', () => {
    fc.assert(
      fc.property(fc.constantFrom(...needs), group(offerings), anyWeights, (need, within, by) => {
        const bound = new NeedBound(comparison, by, new WordQuery()).of(need)
        const most = bound.most(envelopeOf(within, 0.25), 0)
        for (const offering of within) {
          expect(most).to.be.at.least(textScore(need, offering, by) + 0.25 - rounding)
          const tags = textScore(need, offering, { ...by, features: { ...by.features, words: 0 } })
          expect(bound.tags(offering, 0)).to.be.at.least(tags - rounding)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is never lower than a need within scores for the offering', () => {
    fc.assert(
      fc.property(fc.constantFrom(...offerings), group(needs), anyWeights, (offering, within, by) => {
        const bound: Bound = new OfferingBound(offering, Math.max(0, by.features.words), comparison, by)
        const most = bound.most(envelopeOf(within, 0), 0)
        for (const need of within) expect(most).to.be.at.least(textScore(need, offering, by) - rounding)
      }),
      { numRuns: 300 },
    )
  })

  it('is near what a single offering scores, with the weights that are shipped', () => {
    const bound = new NeedBound(comparison, weights, new WordQuery())
    for (const need of needs.slice(0, 20)) {
      for (const offering of offerings.slice(0, 60)) {
        const tags = textScore(need, offering, { ...weights, features: { ...weights.features, words: 0 } })
        expect(bound.of(need).tags(offering, 0)).to.be.closeTo(tags, rounding)
        expect(bound.most(envelopeOf([offering], 0), 0)).to.be.lessThan(tags + 2)
      }
    }
  })
})
