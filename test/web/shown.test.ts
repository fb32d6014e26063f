import { expect } from 'chai'
import { shownNeed } from '../../src/needs/index.js'
import { shortMoment } from '../../src/web/parts/short-moment.js'
import { shownText } from '../../src/web/parts/shown-text.js'
import { exampleNeed } from '../example-records.js'
import { regions, taxonomy } from '../feature-services.js'

const at = '2026-11-01T00:00:00.000Z'
const stamps = { id: 'n-1', revision: 1, createdAt: at, createdBy: 'u-1', updatedAt: at, updatedBy: 'u-1' }

describe('what the pages make of what the API says', () => {
  it('says in one language that words are withheld, and leaves other words alone', () => {
    const child = { ...stamps, ...exampleNeed, categories: ['minors.companionship'] }
    const { text } = shownNeed(child, 'unaffiliated', { regions, taxonomy })
    expect(shownText(text, 'zh')).to.match(/^\P{Script=Latin}+$/u)
    expect(shownText(text, 'en')).to.match(/^\P{Script=Han}+$/u)
    expect(shownText(exampleNeed.text, 'en')).to.equal(exampleNeed.text)
  })

  it('names the year of a moment that is not of the present one', () => {
    const now = new Date('2026-11-26T08:00:00Z')
    expect(shortMoment('2026-03-05T02:00:00Z', 'zh', now)).to.match(/^3月5日/)
    expect(shortMoment('2025-03-05T02:00:00Z', 'zh', now)).to.match(/^2025年3月5日/)
    expect(shortMoment('2025-03-05T02:00:00Z', 'en', now)).to.match(/Mar 2025/)
  })
})
