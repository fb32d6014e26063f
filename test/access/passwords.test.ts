import { expect } from 'chai'
import fc from 'fast-check'
import { loadCommonPasswords } from '../../src/access/passwords/common.js'
import { PasswordHashes, safeCost } from '../../src/access/passwords/hash.js'
import { ownWords } from '../../src/access/passwords/own-words.js'
import { longestPassword, passwordErrors, shortestPassword } from '../../src/access/passwords/rules.js'
import { cheapHashes } from '../signed-in.js'

const common = loadCommonPasswords('seeds')
const codesOf = (password: string, own: readonly string[] = []) =>
  passwordErrors('password', password, common, own).map(({ code }) => code)

describe('the rules for passwords', () => {
  it('count characters, not bytes: twelve at least', () => {
    expect(codesOf('梧桐树下的第三盏灯笼啊')).to.deep.equal(['password.short'])
    expect(codesOf('梧桐树下的第三盏灯笼亮了')).to.deep.equal([])
    expect(codesOf('😀'.repeat(11))).to.deep.equal(['password.short'])
  })

  it('refuse what people try first, also doubled, joined, run along the keyboard or turned round', () => {
    for (const password of [
      'woaini1314520',
      '5201314woaini',
      'woaini1314woaini1314',
      '123456789012',
      'qwertyuiop123',
      'password1234',
      'Longgang123456',
      'aaaaaaaaaaaaaaa',
      '1qaz2wsx3edc',
      'poiuytrewq987654321',
      'a123456789a123456789',
    ])
      expect(codesOf(password), password).to.deep.equal(['password.common'])
  })

  it('refuse one that is made of what others know of its owner', () => {
    expect(codesOf('zhou.minjie2026', ['zhou.minjie'])).to.deep.equal(['password.common'])
    expect(codesOf('Zhou.Minjie-aB', ['周敏洁', 'zhou.minjie@example.org'])).to.deep.equal([
      'password.common',
    ])
  })

  it('refuse it in pinyin, by its initials and in parts, with days and telephone numbers', () => {
    const own = ['周敏洁', 'zhou.mj', '龙岗区向阳社工服务中心']
    for (const password of [
      '周敏洁的生日19900101',
      'zhouminjie1990',
      'minjie13800138000',
      'Zmj440307199001011234',
      'xiangyangshegong01',
      '向阳社工服务中心2026年春',
      '龙岗向阳13800138000',
    ])
      expect(codesOf(password, own), password).to.deep.equal(['password.common'])
    expect(codesOf('周敏洁喜欢清晨的江风和渡船', own)).to.deep.equal([])
    expect(codesOf('zhouminjie1990'), 'nobody of that name').to.deep.equal([])
  })

  it('refuse leaked ones, also with a little before or after them and with signs for letters', () => {
    for (const password of [
      'sojdlg123aljg',
      'ghhh47hj7649',
      'Polniypizdec0211!',
      'P@$$w0rdP@$$w0rd',
      'metallica2026!!',
    ])
      expect(codesOf(password), password).to.deep.equal(['password.common'])
  })

  it('take a name for all the ways it is typed', () => {
    expect(ownWords(['李娜', 'li.na@example.org'])).to.deep.equal(['example.org', 'li.na', 'lina', '李娜'])
    expect(ownWords(['周敏洁'])).to.include.members(['周敏洁', '敏洁', 'zhouminjie', 'minjie', 'zmj'])
  })

  it('ask for no kinds of characters', () => {
    expect(codesOf('correcthorsebatterystaple')).to.deep.equal([])
    expect(codesOf('mei tian zao shang he doujiang')).to.deep.equal([])
  })

  it('let every random password of the right length pass, and never one that is too short or too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (password) => {
        const { length } = password
        const codes = codesOf(password)
        if (length < shortestPassword) expect(codes).to.deep.equal(['password.short'])
        else if (length > longestPassword) expect(codes).to.deep.equal(['password.long'])
      }),
    )
  })

  it('know 3,000 common passwords and 18,000 leaked ones, those of China among them', () => {
    expect(common.size).to.be.above(19_000)
    for (const word of ['woaini1314', '5201314', 'qq123456', 'password']) expect([...common]).to.include(word)
  })
})

describe('password hashes', () => {
  it('are argon2id with 19 MiB, two passes and one lane', async () => {
    expect(await new PasswordHashes().make('梧桐树下的第三盏灯笼亮了')).to.match(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    )
    expect(safeCost).to.deep.equal({ memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  })

  it('fit their password alone, in whatever form its characters come', async () => {
    const hashes = cheapHashes()
    const known = await hashes.make('caf\u00e9 am Fluss')
    expect(await hashes.matches(known, 'cafe\u0301 am Fluss')).to.equal(true)
    expect(await hashes.matches(known, 'cafe am Fluss')).to.equal(false)
  })

  it('are checked where there is none too, and never fit', async () => {
    const hashes = cheapHashes()
    expect(await hashes.matches(undefined, 'nobody has this password')).to.equal(false)
  })

  it('are all made when many are asked for at once', async () => {
    const hashes = cheapHashes()
    const made = await Promise.all(Array.from({ length: 40 }, () => hashes.make('the same password')))
    expect(new Set(made)).to.have.property('size', 40)
  })
})
