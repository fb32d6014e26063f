import { expect } from 'chai'
import { addWords, isStopWord, segment, segmentForSearch, stem } from '../../../src/platform/text/index.js'

describe('cutting a text into words', () => {
  it('cuts Chinese words and drops punctuation and spaces', () => {
    // No word of the domain: other tests of the same process teach the segmenter those.
    expect(segment('早上喝牛奶, 晚上看书。')).to.deep.equal(['早上', '喝牛奶', '晚上', '看书'])
  })

  it('lower-cases and stems Latin words, at joints too, and keeps numbers', () => {
    expect(segment('Community Services, covid-19 与 wi-fi')).to.deep.equal([
      'commun',
      'servic',
      'covid',
      '19',
      '与',
      'wi',
      'fi',
    ])
  })

  it('keeps a word whole once it was added, also one with digits', () => {
    expect(segment('拨打96345安心专线')).to.not.include('96345安心专线')
    addWords(['96345安心专线', '两 段', '单'])
    expect(segment('拨打96345安心专线')).to.deep.equal(['拨打', '96345安心专线'])
  })

  it('gives the words inside a long word as well when searching', () => {
    expect(segment('联系居委会')).to.deep.equal(['联系', '居委会'])
    expect(segmentForSearch('联系居委会')).to.include.members(['居委', '居委会'])
  })

  it('gives nothing for an empty text', () => {
    expect(segment('')).to.deep.equal([])
    expect(segment('……!? ')).to.deep.equal([])
  })
})

describe('stemming', () => {
  it('brings the forms of an English word together', () => {
    expect(new Set(['volunteer', 'volunteers', 'volunteering'].map(stem)).size).to.equal(1)
  })

  it('leaves short words, which the rules would mutilate, and other scripts', () => {
    for (const word of ['aed', 'ios', 'aged', 'a4', '食堂', 'größen']) expect(stem(word)).to.equal(word)
  })
})

describe('stop words', () => {
  it('are words that say nothing, not words that name a need', () => {
    expect(['的', '请问', '哪里', 'the'].every(isStopWord)).to.equal(true)
    expect(['老人', '帮', '午餐', 'aed'].some(isStopWord)).to.equal(false)
  })
})
