import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { CrisisReader } from '../../src/matching/crisis-reader.js'
import { urgencySigns } from '../../src/matching/index.js'
import { language, year } from './shared-language.js'

const levelOf = (text: string) => urgencySigns(text, language, year)?.level
const lines = (file: string) => readFileSync(file, 'utf8').trim().split('\n')

describe('what a text says about its urgency', () => {
  const held = lines('test/matching/held-out/crisis.tsv')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string])
  const textsOf = (label: string) => held.filter(([own]) => own === label).map(([, text]) => text)

  it('is a crisis by its words, or to be checked, in two of three held-out crises; words alone find a quarter', () => {
    const levels = textsOf('yes').map(levelOf)
    expect(levels).to.have.length(50)
    expect(levels.filter((level) => level === 'crisis').length).to.be.at.least(12)
    expect(levels.filter((level) => level === 'crisis' || level === 'check').length).to.be.at.least(33)
  })

  it('is neither in what only sounds like one', () => {
    const levels = textsOf('no').map(levelOf)
    expect(levels).to.have.length(40)
    expect(levels.filter((level) => level === 'crisis' || level === 'check')).to.deep.equal([])
  })

  it('is to be checked in vain in at most 15 of 1,000 ordinary needs', () => {
    const ordinary = lines('seeds/demo/plan/need-texts.jsonl').map(
      (line) => JSON.parse(line) as { text: string },
    )
    const levels = ordinary.map(({ text }) => levelOf(text))
    expect(levels.length).to.be.above(400)
    expect(levels.filter((level) => level === 'check').length / levels.length).to.be.at.most(0.015)
  })

  it('is read with the trees that the reader was trained for, or not at all', () => {
    const file = { threshold: 0, bias: 0, evidence: [1, 2, 3], words: {} }
    expect(() => new CrisisReader(file, language.taxonomy, language.vectors.vocabulary)).to.throw(
      RangeError,
      'another taxonomy',
    )
  })
})
