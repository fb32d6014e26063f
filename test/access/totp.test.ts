import { expect } from 'chai'
import { newRecoveryCodes, recoveryHash } from '../../src/access/second-factor/recovery-codes.js'
import { base32, hotp, otpauthUri, stepAt, stepOfCode } from '../../src/access/second-factor/totp.js'

/** Seeds of 20, 32 and 64 bytes, as in the reference implementation of RFC 6238. */
const seed = (length: number): Buffer => Buffer.from('1234567890'.repeat(7).slice(0, length))

/** RFC 6238, appendix B. */
const vectors: [seconds: number, sha1: string, sha256: string, sha512: string][] = [
  [59, '94287082', '46119246', '90693936'],
  [1_111_111_109, '07081804', '68084774', '25091201'],
  [1_111_111_111, '14050471', '67062674', '99943326'],
  [1_234_567_890, '89005924', '91819424', '93441116'],
  [2_000_000_000, '69279037', '90698825', '38618901'],
  [20_000_000_000, '65353130', '77737706', '47863826'],
]

describe('one-time codes', () => {
  it('are those of RFC 6238, appendix B', () => {
    for (const [seconds, sha1, sha256, sha512] of vectors) {
      const step = stepAt(new Date(seconds * 1000))
      expect(hotp(seed(20), step, 8, 'sha1')).to.equal(sha1)
      expect(hotp(seed(32), step, 8, 'sha256')).to.equal(sha256)
      expect(hotp(seed(64), step, 8, 'sha512')).to.equal(sha512)
    }
  })

  it('are taken one step early or late and no more', () => {
    const secret = seed(20)
    const at = new Date('2026-03-10T02:00:10Z')
    const taken = [-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, hotp(secret, stepAt(at) + off), at))
    expect(taken).to.deep.equal([undefined, stepAt(at) - 1, stepAt(at), stepAt(at) + 1, undefined])
  })

  it('are refused the second time, and so are older ones', () => {
    const secret = seed(20)
    const at = new Date('2026-03-10T02:00:10Z')
    const now = stepAt(at)
    expect(stepOfCode(secret, hotp(secret, now), at, now)).to.equal(undefined)
    expect(stepOfCode(secret, hotp(secret, now - 1), at, now)).to.equal(undefined)
    expect(stepOfCode(secret, hotp(secret, now + 1), at, now)).to.equal(now + 1)
  })

  it('reach an app as base32, by the test vectors of RFC 4648', () => {
    const texts = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar']
    expect(texts.map((text) => base32(Buffer.from(text)))).to.deep.equal([
      '',
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ])
    expect(otpauthUri(seed(20), 'li.na')).to.match(/^otpauth:\/\/totp\/[^?]+:li\.na\?secret=GEZDGNBVGY3TQOJQ/)
  })
})

describe('recovery codes', () => {
  it('are ten different ones of 120 bits, known again however they are typed', () => {
    const { codes, hashes } = newRecoveryCodes()
    expect(new Set(codes)).to.have.property('size', 10)
    for (const [at, code] of codes.entries()) {
      expect(code).to.match(/^([2-9a-z]{4}-){5}[2-9a-z]{4}$/)
      expect(recoveryHash(` ${code.toUpperCase().replaceAll('-', ' ')} `)).to.equal(hashes[at])
    }
  })
})
