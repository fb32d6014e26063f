import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import fc from 'fast-check'
import { Unreadable } from '../../src/platform/errors.js'
import { createKeyRing, type Key, newKey, readKeys } from '../../src/privacy/index.js'

const key = (id: string): Key => ({ id, secret: randomBytes(32) })
const place = { record: 'i-1', field: 'identity' }

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act()
  } catch (error) {
    if (error instanceof Unreadable) return error.code
    throw error
  }
  return undefined
}

describe('the key ring', () => {
  const ring = createKeyRing([key('k2'), key('k1')])

  it('gives back every text, and never the same envelope twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [a, b] = [ring.encrypt(text, place), ring.encrypt(text, place)]
        expect(a).not.to.equal(b)
        expect(ring.decrypt(a, place)).to.equal(text)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses an envelope in which any sign was changed', () => {
    const envelope = ring.encrypt('王建国 13800138012', place)
    const spoilt = [...envelope].map(
      (sign, at) => envelope.slice(0, at) + (sign === 'A' ? 'B' : 'A') + envelope.slice(at + 1),
    )
    // The last sign of base64url may hold bits that nobody reads.
    const read = spoilt
      .slice(0, -1)
      .filter((changed) => changed !== envelope && codeOf(() => ring.decrypt(changed, place)) === undefined)
    expect(read).to.deep.equal([])
  })

  it('refuses an envelope that was moved to another record or field', () => {
    const envelope = ring.encrypt('秘密', place)
    expect(codeOf(() => ring.decrypt(envelope, { ...place, record: 'i-2' }))).to.equal('tampered')
    expect(codeOf(() => ring.decrypt(envelope, { ...place, field: 'witness' }))).to.equal('tampered')
  })

  it('refuses one that was cut short or is none at all', () => {
    const envelope = ring.encrypt('秘密', place)
    for (const bad of [
      '',
      'v1',
      '王建国',
      envelope.slice(0, 40),
      `${envelope}.x`,
      envelope.replace('v1', 'v2'),
    ])
      expect(
        codeOf(() => ring.decrypt(bad, place)),
        bad,
      ).to.equal('tampered')
  })

  it('says which key is missing', () => {
    const envelope = createKeyRing([key('old')]).encrypt('秘密', place)
    expect(() => ring.decrypt(envelope, place)).to.throw(Unreadable, 'unknown-key: old')
  })

  it('reads what an earlier key encrypted, and encrypts with the first', () => {
    const [old, fresh] = [key('k1'), key('k2')]
    const envelope = createKeyRing([old]).encrypt('秘密', place)
    const rotated = createKeyRing([fresh, old])
    expect(rotated.decrypt(envelope, place)).to.equal('秘密')
    expect(rotated.encrypt('秘密', place)).to.match(/^v1\.k2\./)
    expect(rotated.ids).to.deep.equal(['k2', 'k1'])
  })

  it('finds the same value again under each of its keys, and tells kinds apart', () => {
    const [old, fresh] = [key('k1'), key('k2')]
    const [before] = createKeyRing([old]).fingerprints('phone', '13800138012')
    const prints = createKeyRing([fresh, old]).fingerprints('phone', '13800138012')
    expect(prints).to.have.length(2)
    expect(prints[1]).to.equal(before)
    expect(createKeyRing([old]).fingerprints('id-number', '13800138012')).not.to.include(before)
  })

  it('reads keys as they are made, and refuses others without showing them', () => {
    const written = `${newKey('k2')},${newKey('k1')}`
    expect(readKeys(written).map(({ id, secret }) => [id, secret.length])).to.deep.equal([
      ['k2', 32],
      ['k1', 32],
    ])
    expect(() => readKeys('k1:c2hvcnQ='))
      .to.throw(RangeError, /pair 1/)
      .and.satisfy((e: Error) => !e.message.includes('c2hvcnQ'))
    expect(() => createKeyRing([])).to.throw(RangeError)
    expect(() => createKeyRing([key('a'), key('a')])).to.throw(RangeError)
  })
})
