import { expect } from 'chai'
import fc from 'fast-check'
import { CharacterSets } from '../../../src/matching/cues/character-sets.js'

describe('sets of characters', () => {
  it('are all seen in a text that has a member of each, and few in others', () => {
    const sets = new CharacterSets()
    const school = sets.all('年级', '一二三')
    expect(sets.in('他读二年级') & school).to.equal(school)
    expect(sets.in('她今年级长') & school).not.to.equal(school)
    expect(sets.in('')).to.equal(0)
  })

  it('share a bit where they are the same', () => {
    const sets = new CharacterSets()
    expect(sets.all('岁', '十')).to.equal(sets.all('十') | sets.all('岁'))
  })

  it('are never missed, whatever they hold', () => {
    const set = fc.string({ unit: 'binary', minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        fc.uniqueArray(set, { minLength: 1, maxLength: 32 }),
        fc.string({ unit: 'binary' }),
        (all, rest) => {
          const sets = new CharacterSets()
          const bits = all.map((each) => sets.all(each))
          for (const [i, each] of all.entries()) {
            const member = each.charAt(i % each.length)
            expect(sets.in(`${rest}${member}${rest}`) & (bits[i] as number)).not.to.equal(0)
          }
        },
      ),
    )
  })
})
