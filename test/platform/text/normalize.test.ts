import { expect } from 'chai'
import fc from 'fast-check'
import { normalize, normalizeWithOffsets } from '../../../src/platform/text/index.js'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '長',
        '者',
        'Ａ',
        'é',
        'e',
        '\u0301',
        'ｶ',
        'ﾞ',
        ' ',
        '　',
        '\n',
        '\0',
        '㎡',
        'Σ',
        '👵',
        '\ud800',
        '\u200b',
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join('')),
)

describe('normalising a text', () => {
  const cases: [string, string, string][] = [
    ['makes full width half width', 'ＡＥＤ　１２３４５，', 'aed 12345,'],
    ['lower-cases Latin letters', 'WiFi Café', 'wifi café'],
    ['simplifies traditional characters', '獨居長者關懷與無障礙改造', '独居长者关怀与无障碍改造'],
    ['simplifies the forms written in Hong Kong', '衞生説明', '卫生说明'],
    ['leaves simplified text as it is', '乾隆着想台风发展里程', '干隆着想台风发展里程'],
    ['collapses white space of every kind and trims it', '\t午餐 \u3000\r\n\u00a0送 餐\n', '午餐 送 餐'],
    [
      'drops control and invisible characters and broken surrogates',
      '午\0餐\u200b送\ufeff\ud800餐',
      '午餐送餐',
    ],
    ['composes letters and their marks', 'cafe\u0301', 'café'],
    ['keeps characters beyond the basic plane', '𠀀👵', '𠀀👵'],
    ['gives nothing for nothing', ' \n', ''],
  ]
  for (const [what, text, expected] of cases) {
    it(what, () => expect(normalize(text)).to.equal(expected))
  }

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalize(normalize(text))).to.equal(normalize(text))
      }),
      {
        numRuns: 2000,
      },
    )
  })

  it('takes texts longer than an argument list', () => {
    expect(normalize('長者'.repeat(100_000))).to.equal('长者'.repeat(100_000))
  })
})

describe('normalising a text with offsets', () => {
  it('gives the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalizeWithOffsets(text).text).to.equal(normalize(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('leads each unit back to where it came from', () => {
    const original = ' 社區\u200b１０㎡　食堂'
    const { text, starts } = normalizeWithOffsets(original)
    expect(text).to.equal('社区10m2 食堂')
    expect(starts).to.deep.equal([1, 2, 4, 5, 6, 6, 7, 8, 9, 10])
  })
})
