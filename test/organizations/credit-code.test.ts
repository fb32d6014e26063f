import { expect } from 'chai'
import fc from 'fast-check'
import { checkCharacter, isCreditCode } from '../../src/organizations/index.js'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const first17 = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((all) => all.join(''))

describe('a unified social credit code', () => {
  it('is accepted as it is written on real certificates', () => {
    expect(isCreditCode('91350100M000100Y43')).to.equal(true)
    expect(isCreditCode('91440300708461136T')).to.equal(true)
  })

  it('is refused with a wrong check character', () => {
    expect(isCreditCode('91310115MA1G4L1WXK')).to.equal(false)
  })

  it('may have any registrar and class of entity', () => {
    fc.assert(fc.property(first17, (digits) => isCreditCode(digits + checkCharacter(digits))))
  })

  it('shows every wrong character', () => {
    const wrong = fc.tuple(first17, fc.nat(16), fc.constantFrom(...alphabet))
    fc.assert(
      fc.property(wrong, ([digits, at, other]) => {
        fc.pre(digits[at] !== other)
        const slip = digits.slice(0, at) + other + digits.slice(at + 1)
        expect(isCreditCode(slip + checkCharacter(digits))).to.equal(false)
      }),
    )
  })

  it('shows every pair of neighbours that changed places', () => {
    fc.assert(
      fc.property(first17, fc.nat(15), (digits, at) => {
        const [a = '', b = ''] = digits.slice(at, at + 2)
        fc.pre(a !== b)
        const slip = digits.slice(0, at) + b + a + digits.slice(at + 2)
        expect(isCreditCode(slip + checkCharacter(digits))).to.equal(false)
      }),
    )
  })

  it('has 18 characters, none of them I, O, S, V or Z', () => {
    for (const code of [
      '',
      '9144030070846113',
      '91440300708461136TT',
      'I1440300708461136T',
      '91440300708461136t',
    ]) {
      expect(isCreditCode(code), code).to.equal(false)
    }
  })
})
