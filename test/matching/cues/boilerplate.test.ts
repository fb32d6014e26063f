import { expect } from 'chai'
import { findBoilerplate } from '../../../src/matching/cues/boilerplate.js'
import { normalize } from '../../../src/platform/text/index.js'

function left(text: string): string {
  let out = normalize(text)
  for (const { start, end } of findBoilerplate(out).reverse()) out = out.slice(0, start) + out.slice(end)
  return out
}

describe('what in an offering says nothing of what is done', () => {
  const told: Readonly<Record<string, string>> = {
    '中心成立于2009年。为失能老人上门洗澡。': '。为失能老人上门洗澡。',
    '荣获市级先进集体称号。教残疾人做手工。': '。教残疾人做手工。',
    '以助人自助为宗旨。陪独居老人看病。': '。陪独居老人看病。',
    '本项目由公益金资助，为困难家庭修房子。周末也来。': ',为困难家庭修房子。周末也来。',
    '业务涵盖长者、青少年、司法等多个领域。调解邻居纠纷。': '。调解邻居纠纷。',
  }
  for (const [text, rest] of Object.entries(told)) {
    it(`in ${text}`, () => expect(left(text)).to.equal(rest))
  }

  it('is nothing where nothing else would be left', () => {
    expect(findBoilerplate(normalize('本会成立于2001年，荣获先进称号。'))).to.deep.equal([])
  })

  it('is nothing in a plain description', () => {
    expect(findBoilerplate(normalize('放学后看管双职工家庭的孩子，辅导作业。'))).to.deep.equal([])
  })
})
