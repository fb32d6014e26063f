import { expect } from 'chai'
import { normalize } from '../../src/platform/text/index.js'
import { loadTaxonomy, searchSynonyms } from '../../src/taxonomy/index.js'

describe('synonyms for searches', () => {
  const synonyms = searchSynonyms(loadTaxonomy('seeds/taxonomy'), normalize)

  it('lead from an everyday word to the name of its category, and from the name to all of them', () => {
    expect(synonyms.get('老人饭堂')).to.deep.equal(['长者助餐'])
    expect(synonyms.get('长者助餐')).to.include.members(['长者饭堂', '送餐'])
  })

  it('do not lead from one everyday word to another', () => {
    expect(synonyms.get('助浴')).not.to.include('保姆')
  })

  it('hold normalised Chinese words only', () => {
    for (const [word, others] of synonyms)
      for (const one of [word, ...others])
        expect(normalize(one))
          .to.equal(one)
          .and.match(/^\p{Script=Han}+$/u)
  })
})
