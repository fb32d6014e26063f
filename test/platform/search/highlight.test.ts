import { expect } from 'chai'
import fc from 'fast-check'
import { highlight } from '../../../src/platform/search/highlight.js'
import type { HighlightPiece } from '../../../src/platform/search/index.js'
import { parseQuery } from '../../../src/platform/search/search-query.js'

const shown = (pieces: readonly HighlightPiece[] | undefined): string | undefined =>
  pieces?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const search = (original: string, typed: string): string | undefined =>
  shown(highlight(original, parseQuery(typed, new Map()).strict))

describe('highlighting', () => {
  const cases: [string, string, string, string | undefined][] = [
    ['marks every hit of a short text', '午餐和午餐', '午餐', '[午餐]和[午餐]'],
    ['marks neighbours as one', '上门助浴', '上门 助浴', '[上门助浴]'],
    ['marks traditional characters for simplified ones', '長者食堂', '长者食堂', '[長者食堂]'],
    ['marks simplified characters for traditional ones', '长者食堂', '長者食堂', '[长者食堂]'],
    ['marks a unit whole of which a part hit', '面积80㎡左右', '80m', '面积[80㎡]左右'],
    ['marks the whole Latin word', 'Our Volunteers, too', 'volunteer', 'Our [Volunteers], too'],
    ['marks the characters whose pinyin was typed', '社区长者食堂', 'changzhesh', '社区[长者食]堂'],
    ['marks the characters whose initials were typed', '社区长者食堂', 'zzst', '社区[长者食堂]'],
    ['gives nothing when nothing hits', '上门助浴', '午餐', undefined],
    ['gives nothing for an empty text', '', '午餐', undefined],
  ]
  for (const [what, original, typed, expected] of cases) {
    it(what, () => expect(search(original, typed)).to.equal(expected))
  }

  it('never cuts a character in two', () => {
    const pieces = highlight(`${'👵'.repeat(40)}午餐${'👴'.repeat(40)}`, parseQuery('午餐', new Map()).strict)
    expect(pieces?.map((piece) => piece.text).join('')).to.not.match(/\p{Cs}/u)
  })

  it('shows a piece of the original with the word in it, alternating, whatever stands around', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 120 })
    fc.assert(
      fc.property(around, around, (before, after) => {
        const original = `${before}午餐${after}`
        const pieces = highlight(original, parseQuery('午餐', new Map()).strict) ?? []
        const whole = pieces.map((piece) => piece.text).join('')
        expect(pieces.some((piece) => piece.hit && piece.text.includes('午餐'))).to.equal(true)
        expect(original).to.include(original.length > 60 ? whole.replace(/^…/, '').replace(/…$/, '') : whole)
        for (const [i, piece] of pieces.entries()) expect(piece.hit).to.not.equal(pieces[i + 1]?.hit)
      }),
      { numRuns: 300 },
    )
  })
})
