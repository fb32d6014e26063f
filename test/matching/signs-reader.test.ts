import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { SignsReader } from '../../src/matching/index.js'
import { systemClock } from '../../src/platform/clock.js'
import { onCleanup } from '../setup.js'
import { language } from './shared-language.js'

/** 1,200 different texts, some of which tell of a crisis. */
const texts = readFileSync('test/matching/held-out/crisis.tsv', 'utf8')
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split('\t')[1] as string)
  .flatMap((text) => Array.from({ length: 15 }, (_, i) => `${text}第${i}次。`))
  .slice(0, 1_200)

describe('reading many texts for urgency', () => {
  it('on threads gives what reading each gives, in their order', async () => {
    const reader = new SignsReader({
      seeds: 'seeds',
      language: () => language,
      clock: systemClock,
      threads: 2,
    })
    onCleanup(() => reader.close())
    const signs = await reader.ofAll(texts)
    expect(signs).to.deep.equal(texts.map((text) => reader.of(text)))
    expect(signs.filter((found) => found?.level === 'crisis')).to.not.be.empty
  })

  it('needs no language here where threads read', async () => {
    const language = () => {
      throw new Error('loaded')
    }
    const reader = new SignsReader({ seeds: 'seeds', language, clock: systemClock, threads: 1 })
    onCleanup(() => reader.close())
    expect(await reader.ofAll(texts)).to.have.length(1_200)
    expect(() => reader.of('想找人陪陪。')).to.throw('loaded')
  })
})
