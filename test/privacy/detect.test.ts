import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import { loadDemo } from '../../src/demo/index.js'
import { detect, hasIdCheckDigit } from '../../src/privacy/index.js'
import { markedTexts } from './marked-texts.js'

/** Of invented texts in test/privacy/marked-texts.txt; ten parts there are known to be missed. */
const leastRecall = 0.94
const leastPrecision = 0.98
/** Parts found in 1,000 needs of the corpus, in which nothing personal stands. */
const mostFalseHits = 1

describe('detecting personal data', () => {
  it('finds the marked parts of texts as people write them, and little else', () => {
    let found = 0
    let missed = 0
    let wrong = 0
    for (const { text, spans } of markedTexts()) {
      const hits = detect(text)
      const isFound = spans.map(({ start, end }) => hits.some((hit) => hit.start <= start && hit.end >= end))
      found += isFound.filter(Boolean).length
      missed += isFound.filter((is) => !is).length
      wrong += hits.filter(
        (hit) => !spans.some(({ start, end }) => start < hit.end && hit.start < end),
      ).length
    }
    expect(found / (found + missed), `recall; ${missed} missed`).to.be.at.least(leastRecall)
    expect(found / (found + wrong), `precision; ${wrong} wrong`).to.be.at.least(leastPrecision)
  })

  it('finds next to nothing in the corpus and the demo, where nothing personal stands', () => {
    const texts = [...corpusNeeds(), ...loadDemo('seeds').needs.map(({ fields }) => String(fields.text))]
    const hits = texts.flatMap((text) =>
      detect(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
    )
    expect((hits.length / texts.length) * 1_000, hits.join('; ')).to.be.at.most(mostFalseHits)
  })

  it('leaves a surname with a title, a nickname and help lines alone', () => {
    for (const text of ['王阿姨和老李来过', '小陈打12345', '张某某与王某', '李老师说打110', '欧阳女士来电'])
      expect(detect(text), text).to.deep.equal([])
  })

  it('tells numbers by their check digit', () => {
    expect(hasIdCheckDigit('11010519491231002X')).to.equal(true)
    expect(hasIdCheckDigit('11010519491231002x')).to.equal(true)
    expect(hasIdCheckDigit('110105194912310021')).to.equal(false)
    expect(detect('号码11010519491231002X').map(({ kind, confidence }) => [kind, confidence])).to.deep.equal([
      ['id-number', 1],
    ])
  })

  it('gives hits in order, inside the text, without overlaps', () => {
    const piece = fc.constantFrom(
      '138',
      '0013',
      '8012',
      '一三八',
      '住',
      '花园3栋',
      '801',
      '王建国',
      '先生',
      '电话',
      '@a.cn',
      ' ',
      '-',
      '，',
      '五巷8号',
      '小学',
      '三年级2班',
      '1945年3月2日出生',
      '４４０',
      '微信',
      'abc123',
      '·',
      '\u200b',
      '𠮷',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        let at = 0
        for (const { start, end } of detect(text)) {
          expect(start).to.be.at.least(at)
          expect(end).to.be.greaterThan(start).and.at.most(text.length)
          at = end
        }
      }),
      { numRuns: 500 },
    )
  })

  it('takes time in proportion to the length, whatever the text repeats', () => {
    const units = [
      '1',
      '一',
      '1 ',
      '1-',
      'a',
      'a@',
      '@',
      '王',
      '王建',
      '姓名',
      '3栋',
      '3',
      '花园',
      '1945年',
      '·王',
      '小学',
      '就读',
      '微信',
      '(',
      '三年级',
    ]
    const repeated = fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(repeated, (pattern) => {
        const unit = pattern.join('')
        const [short, long] = [2_000, 16_000].map((length) => unit.repeat(Math.ceil(length / unit.length)))
        // Eight times the text; quadratic time would take 64 times as long. The floor forgives a clock's grain.
        expect(costOf(long as string), unit).to.be.below(Math.max(costOf(short as string), 2) * 30)
      }),
      { numRuns: 60 },
    )
  })
})

/** Milliseconds of this process, whatever else the machine does; the least of five. */
function costOf(text: string): number {
  const costs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    detect(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...costs)
}

function corpusNeeds(): string[] {
  const files = readdirSync('seeds/corpus').filter((name) => name.startsWith('needs'))
  const lines = files.flatMap((name) =>
    readFileSync(`seeds/corpus/${name}`, 'utf8').split('\n').filter(Boolean),
  )
  return lines.map((line) => (JSON.parse(line) as { text: string }).text)
}
