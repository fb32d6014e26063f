import { expect } from 'chai'
import { meanQuality, qualityOf, readLabelled } from '../../scripts/train/labelled.js'
import { ask, matcherOver } from './shared-language.js'

/** A little under what the shipped model reaches (README.md of each set: small differences mean nothing). */
const leastNdcg10 = { 'held-out': 0.81, unseen: 0.72 }

describe('the quality of matching', () => {
  for (const [name, least] of Object.entries(leastNdcg10)) {
    it(`does not fall under nDCG@10 ${least} on ${name}, texts that nothing was learnt from`, () => {
      const { needs, offerings, grades } = readLabelled(`test/matching/${name}`)
      const matcher = matcherOver(offerings)
      const judged = needs.filter(({ id }) => grades.has(id))
      const { ndcg10 } = meanQuality(
        judged.map(({ id, text }) => {
          const ranking = ask(matcher, text).items.map((item) => item.id)
          return qualityOf(ranking, grades.get(id) ?? new Map())
        }),
      )
      expect(judged.length).to.be.greaterThan(60)
      expect(ndcg10).to.be.at.least(least)
    })
  }
})
