import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import { normalize } from '../../src/platform/text/index.js'
import { Lexicon } from '../../src/taxonomy/index.js'
import { taxonomy } from '../feature-services.js'

const meals = taxonomy.services.indexOf('elderly.meals')
const visits = taxonomy.services.indexOf('elderly.home-visit')
const alone = taxonomy.groups.indexOf('elderly-alone')

function lexiconOf(...lines: string[]): Lexicon {
  const lexicon = new Lexicon(taxonomy)
  lexicon.addFile('test.tsv', lines.join('\n'), normalize)
  return lexicon
}

const found = (lexicon: Lexicon, text: string) =>
  lexicon.find(text).map(({ start, end }) => text.slice(start, end))

describe('the lexicon', () => {
  it('finds an expression with what it points to and where it stands', () => {
    const lexicon = lexiconOf('# 说明', '', '吃不上饭\telderly.meals! @elderly-alone?')
    expect(lexicon.find('他吃不上饭了')).to.deep.equal([
      {
        expression: '吃不上饭',
        start: 1,
        end: 5,
        tags: [
          { axis: 'service', term: meals, strength: 0.9 },
          { axis: 'group', term: alone, strength: 0.3 },
        ],
      },
    ])
    expect(lexicon.find('')).to.deep.equal([])
    expect(lexicon.find('吃不上')).to.deep.equal([])
  })

  it('lets a gap take up to eight characters', () => {
    const lexicon = lexiconOf('老人…吃饭\telderly.meals')
    fc.assert(
      fc.property(fc.nat({ max: 14 }), (width) => {
        const text = `老人${'哦'.repeat(width)}吃饭`
        expect(found(lexicon, text)).to.deep.equal(width <= 8 ? [text] : [])
      }),
    )
  })

  it('lets no gap reach over the end of a sentence, but over a comma', () => {
    const lexicon = lexiconOf('老人…吃饭\telderly.meals')
    for (const end of ['。', '!', '?', '\n']) expect(found(lexicon, `老人${end}吃饭`), end).to.deep.equal([])
    expect(found(lexicon, '老人,要吃饭')).to.deep.equal(['老人,要吃饭'])
  })

  it('finds the pieces of an expression in their order only, and all of three', () => {
    const lexicon = lexiconOf('老人…没人…饭\telderly.meals')
    expect(found(lexicon, '老人在家没人做饭')).to.deep.equal(['老人在家没人做饭'])
    expect(found(lexicon, '没人给老人做饭')).to.deep.equal([])
    expect(found(lexicon, '老人吃饭')).to.deep.equal([])
  })

  it('finds expressions that overlap, stand in each other and come again', () => {
    const lexicon = lexiconOf(
      '上门看\telderly.home-visit',
      '看老人\telderly.home-visit',
      '上门\telderly.home-care',
    )
    expect(found(lexicon, '上门看老人,再上门')).to.have.members(['上门', '上门看', '看老人', '上门'])
  })

  it('merges the tags of an expression that is given again, the stronger mark winning', () => {
    const lexicon = lexiconOf(
      '送饭\telderly.meals?',
      '送饭\telderly.meals! elderly.home-visit',
      '送饭\telderly.meals',
    )
    expect(lexicon.size).to.equal(1)
    expect(lexicon.find('送饭')[0]?.tags).to.deep.equal([
      { axis: 'service', term: meals, strength: 0.9 },
      { axis: 'service', term: visits, strength: 0.6 },
    ])
  })

  it('reads former ids as the present ones and compares normalised', () => {
    const lexicon = lexiconOf('送飯Ａ\telderly.hospice')
    expect(lexicon.find(normalize('送饭a'))[0]?.tags[0]?.term).to.equal(
      taxonomy.services.indexOf('health.hospice'),
    )
  })

  it('names file and line of what it cannot read', () => {
    const bad = (line: string) => () => lexiconOf('# first', line)
    expect(bad('送饭')).to.throw(RangeError, 'test.tsv:2: expression<TAB>tags')
    expect(bad('送饭\telderly.nothing')).to.throw(RangeError, 'test.tsv:2: taxonomy: no term elderly.nothing')
    expect(bad('送饭\t@nobody')).to.throw(RangeError, 'test.tsv:2: taxonomy: no term nobody')
    expect(bad('…\telderly.meals')).to.throw(RangeError, 'test.tsv:2: an empty expression')
  })

  it('finds any expressions in a text as a plain search does', () => {
    const word = fc.string({ unit: fc.constantFrom('老', '人', '饭'), minLength: 1, maxLength: 3 })
    const text = fc.string({ unit: fc.constantFrom('老', '人', '饭', ','), maxLength: 20 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 6 }), text, (words, where) => {
        const lexicon = lexiconOf(...words.map((each) => `${each}\telderly.meals`))
        const plain = words.flatMap((each) =>
          [...where].flatMap((_, at) => (where.startsWith(each, at) ? [`${at}${each}`] : [])),
        )
        const hits = lexicon.find(where).map(({ start, expression }) => `${start}${expression}`)
        expect(hits.sort()).to.deep.equal(plain.sort())
      }),
    )
  })

  it('joins two pieces as a plain search does: to the last place of the first before the second, if it is near', () => {
    const piece = fc.string({ unit: fc.constantFrom('老', '人'), minLength: 1, maxLength: 2 })
    const text = fc.string({ unit: fc.constantFrom('老', '人', '哦', '。'), maxLength: 30 })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(piece, piece), { maxLength: 4, selector: String }),
        text,
        (pairs, where) => {
          const lexicon = lexiconOf(...pairs.map((pair) => `${pair.join('…')}\telderly.meals`))
          const plain = pairs.flatMap(([first, second]) =>
            [...where].flatMap((_, at) => {
              const before = where.slice(0, at)
              const end = before.lastIndexOf(first) + first.length
              if (!where.startsWith(second, at) || !before.includes(first)) return []
              return at - end > 8 || before.slice(end).includes('。')
                ? []
                : [`${first}…${second} ${at + second.length}`]
            }),
          )
          const hits = lexicon.find(where).map(({ expression, end }) => `${expression} ${end}`)
          expect(hits.sort()).to.deep.equal(plain.sort())
        },
      ),
    )
  })
})

describe('the shipped lexicon', () => {
  const folder = 'seeds/taxonomy/lexicon'

  for (const name of readdirSync(folder)) {
    it(`has ${name} whole`, () => {
      expect(name).to.match(/\.tsv$/)
      const lexicon = new Lexicon(taxonomy)
      lexicon.addFile(name, readFileSync(`${folder}/${name}`, 'utf8'), normalize)
      expect(lexicon.size).to.be.greaterThan(100)
    })
  }

  it('knows every term by its own name', () => {
    const lexicon = new Lexicon(taxonomy)
    lexicon.addTerms(normalize)
    for (const [term, { id, zh }] of taxonomy.services.terms.entries()) {
      const tags = lexicon.find(normalize(zh)).flatMap(({ tags: all }) => all)
      expect(
        tags.some((tag) => tag.axis === 'service' && tag.term === term && tag.strength === 0.9),
        id,
      ).to.equal(true)
    }
  })
})
