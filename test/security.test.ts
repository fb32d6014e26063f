import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'chai'

const whole = readFileSync('docs/security.md', 'utf8')
const [top = '', ...chapters] = whole.split('\n## V')
const rows = chapters
  .flatMap((chapter) => chapter.split('\n'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, numbers = '']) => /^\d/.test(numbers))
const numbersIn = (text: string) => text.match(/\d+\.\d+\.(?:\d+|\\\*)/g) ?? []

describe('docs/security.md', () => {
  it('gives each requirement one verdict', () => {
    const numbers = rows.flatMap(([, cell = '']) => numbersIn(cell))
    expect(numbers).to.have.length.above(200)
    expect(new Set(numbers).size).to.equal(numbers.length)
    for (const [, numbers, , verdict] of rows)
      expect(verdict, numbers).to.be.oneOf(['met', 'partly', '**not met**', 'n/a'])
  })

  it('says at the top all that is not met, and why', () => {
    const unmet = rows.flatMap(([, cell = '', , verdict]) =>
      verdict === '**not met**' ? numbersIn(cell) : [],
    )
    expect(numbersIn(top)).to.include.members(unmet)
  })

  it('names only code and tests that are there', () => {
    for (const [, numbers, , , where = ''] of rows)
      for (const [, path = ''] of where.matchAll(/`([a-z][\w-]*\/[\w./-]+)`/g)) {
        const places = [`src/${path}`, `test/${path}.test.ts`, path]
        expect(
          places.some((place) => existsSync(place)),
          `${numbers}: ${path}`,
        ).to.equal(true)
      }
  })
})
