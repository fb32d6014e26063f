import { expect } from 'chai'
import fc from 'fast-check'
import { detect, mask, originalPlace } from '../../src/privacy/index.js'
import { markedTexts } from './marked-texts.js'

describe('masking', () => {
  it('puts a mark in place of each part and says what and where it was', () => {
    const { text, hidden } = mask('姓名：王建国，电话13800138012，独居。')
    expect(text).to.equal('姓名：【姓名】，电话【电话】，独居。')
    expect(
      hidden.map(({ kind, words, start, maskedStart }) => [kind, words, start, maskedStart]),
    ).to.deep.equal([
      ['name', '王建国', 3, 3],
      ['phone', '13800138012', 9, 10],
    ])
  })

  it('leaves a text without personal data as it is', () => {
    const text = '社区里有位独居老人，腿脚不便。'
    expect(mask(text)).to.deep.equal({ text, hidden: [] })
  })

  it('hides known words wherever they stand, and a name that is found once everywhere', () => {
    expect(mask('万方来过。', [{ kind: 'name', words: '万方' }]).text).to.equal('【姓名】来过。')
    expect(mask('何秀兰阿姨：何秀兰要人陪').text).to.equal('【姓名】阿姨：【姓名】要人陪')
  })

  it('hides no more when it is done again', () => {
    for (const { text } of markedTexts()) {
      const once = mask(text).text
      expect(mask(once).text).to.equal(once)
    }
  })

  it('keeps every sign outside the hidden parts at a place that leads back to it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...markedTexts()), ({ text }) => {
        const masked = mask(text)
        const inMark = (place: number) =>
          masked.hidden.some(({ maskedStart, maskedEnd }) => place >= maskedStart && place < maskedEnd)
        for (let place = 0; place < masked.text.length; place++) {
          if (!inMark(place)) expect(text[originalPlace(masked, place)]).to.equal(masked.text[place])
        }
      }),
    )
  })

  it('leaves nothing that is found', () => {
    for (const { text } of markedTexts()) expect(detect(mask(text).text)).to.deep.equal([])
  })
})
