import { expect } from 'chai'
import fc from 'fast-check'
import { type Address, Arena } from '../../src/matching/arena.js'
import { fanOut } from '../../src/matching/cells.js'
import { EnvelopeMaker, meritEntry } from '../../src/matching/envelope.js'
import { compareTags, wordsFeature } from '../../src/matching/features.js'
import { NeedBound } from '../../src/matching/need-bound.js'
import { OfferingBound } from '../../src/matching/offering-bound.js'
import { wordsAt } from '../../src/matching/profile.js'
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

/** Puts an envelope around profiles there, drawn around one of each as in the upper levels. */
function envelope(rows: Arena, profiles: readonly Uint32Array[], merit: number): Address {
  const maker = new EnvelopeMaker(comparison)
  const row: number[] = []
  const begins: number[] = []
  for (const packed of profiles) {
    maker.add(packed, 0, packed.length, meritEntry(merit))
    begins.push(row.length)
    maker.finish(row, 0)
  }
  const at = row.length
  for (const begin of begins) maker.addEnvelope(row, begin)
  maker.finish(row, 0)
  return rows.put(row.slice(at))
}

/** Puts briefs there, of candidates that would lie where the number says by which they are known. */
function briefs(rows: Arena, profiles: readonly Uint32Array[], merit: number): Address {
  return rows.put(
    profiles.flatMap((packed, i) => [i, meritEntry(merit), ...packed.subarray(0, wordsAt(packed, 0))]),
  )
}

function textScore(need: Uint32Array, offering: Uint32Array, by: Weights): number {
  const values = new Float32Array(featureNames.length)
  const vector = weightVector(by)
  compareTags(need, offering, 0, comparison, values)
  const words = new WordQuery().of(need).overlap(offering, 0, offering.length)
  return tagScore(values, vector, by.bias) + (vector[wordsFeature] as number) * words
}

const rounding = 1e-4

describe('the bound on candidates', () => {
  const group = <T>(items: readonly T[]) =>
    fc.subarray([...items], { minLength: 1, maxLength: 12 }) as fc.Arbitrary<T[]>

  it('is never lower than an offering within scores for the need', () => {
    fc.assert(
      fc.property(fc.constantFrom(...needs), group(offerings), anyWeights, (need, within, by) => {
        const rows = new Arena()
        const bound = new NeedBound(comparison, by, new WordQuery(), rows).of(need)
        bound.envelopes(envelope(rows, within, 0.25), 1)
        for (const offering of within) {
          expect(bound.bounds[0]).to.be.at.least(textScore(need, offering, by) + 0.25 - rounding)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is given for each of several that lie one after another, and for each of several briefs', () => {
    const few = fc.array(fc.constantFrom(...offerings), { minLength: 1, maxLength: fanOut })
    fc.assert(
      fc.property(fc.constantFrom(...needs), few, anyWeights, (need, some, by) => {
        const rows = new Arena()
        const bound = new NeedBound(comparison, by, new WordQuery(), rows).of(need)
        const alone = some.map((offering) => {
          bound.envelopes(envelope(rows, [offering], 0.25), 1)
          return bound.bounds[0]
        })
        const row = some.flatMap((offering) => [...rows.view(envelope(rows, [offering], 0.25))])
        bound.envelopes(rows.put(row), some.length)
        expect([...bound.bounds.subarray(0, some.length)]).to.deep.equal(alone)
        bound.briefs(briefs(rows, some, 0.25), some.length)
        for (const [i, offering] of some.entries()) {
          expect(bound.begins[i]).to.equal(i)
          expect(bound.bounds[i]).to.be.at.least(textScore(need, offering, by) + 0.25 - rounding)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('follows the weights, and forgets the need before', () => {
    const [rows, first, other] = [new Arena(), needs[0] as Uint32Array, needs[1] as Uint32Array]
    const lighter = {
      ...weights,
      bias: weights.bias - 1,
      features: { ...weights.features, wish: -1, open: 3 },
    }
    const list = briefs(rows, offerings.slice(0, fanOut), 0)
    const boundsOf = (bound: NeedBound) => {
      bound.briefs(list, fanOut)
      return [...bound.bounds]
    }
    const changed = new NeedBound(comparison, weights, new WordQuery(), rows).of(first)
    changed.goBy(lighter)
    expect(boundsOf(changed.of(other))).to.deep.equal(
      boundsOf(new NeedBound(comparison, lighter, new WordQuery(), rows).of(other)),
    )
  })

  it('is never lower than a need within scores for the offering', () => {
    fc.assert(
      fc.property(fc.constantFrom(...offerings), group(needs), anyWeights, (offering, within, by) => {
        const rows = new Arena()
        const bound = new OfferingBound(offering, Math.max(0, by.features.words), comparison, by, rows)
        bound.envelopes(envelope(rows, within, 0), 1)
        for (const need of within)
          expect(bound.bounds[0]).to.be.at.least(textScore(need, offering, by) - rounding)
      }),
      { numRuns: 300 },
    )
  })

  it('is near what a single offering scores, with the weights that are shipped', () => {
    const rows = new Arena()
    const words = new WordQuery()
    const bound = new NeedBound(comparison, weights, words, rows)
    for (const need of needs.slice(0, 20)) {
      bound.of(need)
      for (const offering of offerings.slice(0, 60)) {
        const tags = textScore(need, offering, { ...weights, features: { ...weights.features, words: 0 } })
        bound.briefs(briefs(rows, [offering], 0), 1)
        expect(bound.bounds[0]).to.be.closeTo(tags + weights.features.words * words.most, rounding)
        bound.envelopes(envelope(rows, [offering], 0), 1)
        expect(bound.bounds[0]).to.be.lessThan(tags + 2)
      }
    }
  })
})
