import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { createInstance } from 'i18next'
import { urgencyWords } from '../../src/needs/words.js'
import { modeWords } from '../../src/offerings/words.js'
import { trackWords } from '../../src/organizations/words.js'
import { texts } from '../../src/web/i18n/texts.js'

const folder = 'src/web'
/** Not ours to translate: made of the API, and the name of a language in that language. */
const exempt = /api\/schema\.ts$/
const ownNames = /'中文'/g

type Tree = { readonly [name: string]: string | Tree }

function leavesOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [prefix + name] : leavesOf(value, `${prefix}${name}.`),
  )
}

const zh = leavesOf(texts.zh.translation)
const en = leavesOf(texts.en.translation)

/** The texts that have a form for one beside them, which English alone has. */
const withOne = zh.filter((key) => en.includes(`${key}_one`))

/** The sources of the pages by path, without the comments. */
function sources(pattern: RegExp): { path: string; code: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path) && !exempt.test(path))
    .map((path) => ({ path, code: withoutComments(readFileSync(join(folder, path), 'utf8')) }))
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

const isTexts = (path: string) => /(texts|common)\.ts$/.test(path)

/** What a page may ask for: keys as they stand, and patterns of those that it puts together. */
interface Asked {
  readonly keys: ReadonlySet<string>
  readonly patterns: readonly { readonly path: string; readonly pattern: RegExp }[]
}

function askedIn(files: readonly { path: string; code: string }[]): Asked {
  const keys = new Set<string>()
  const patterns: { path: string; pattern: RegExp }[] = []
  for (const { path, code } of files) {
    for (const [, key] of code.matchAll(/['"`]([a-zA-Z]\w*(?:\.[\w-]+)+)['"`]/g)) keys.add(key as string)
    for (const [, template] of code.matchAll(/`([a-zA-Z]\w*\.[^`\s]*\$\{[^`]*)`/g))
      patterns.push({ path, pattern: patternOf(template as string) })
  }
  return { keys, patterns }
}

/** `unit.${unit}` may be any text directly within `unit`. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('[\\w-]+')}$`)
}

describe('the texts of the pages', () => {
  const files = sources(/\.tsx?$/).filter(({ path }) => !isTexts(path))
  const asked = askedIn(files)

  it('have the same keys in Chinese and in English, and none is empty', () => {
    expect(en.toSorted()).to.deep.equal([...zh, ...withOne.map((key) => `${key}_one`)].toSorted())
    const said = (tree: Tree): string[] =>
      Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : said(value)))
    for (const language of ['zh', 'en'] as const)
      expect(said(texts[language].translation).filter((text) => !text.trim())).to.deep.equal([])
  })

  it('have whatever a page asks for', () => {
    const known = new Set(zh)
    const missing = files.flatMap(({ path, code }) =>
      [...code.matchAll(/\bt\(\s*'([^']+)'/g)]
        .map(([, key]) => key as string)
        .filter((key) => !known.has(key))
        .map((key) => `${path}: ${key}`),
    )
    const unmatched = asked.patterns
      .filter(({ pattern }) => roots.test(pattern.source) && !zh.some((key) => pattern.test(key)))
      .map(({ path, pattern }) => `${path}: ${pattern.source}`)
    expect([...missing, ...unmatched]).to.deep.equal([])
  })

  it('hold nothing that no page asks for', () => {
    const unused = zh.filter(
      (key) => !asked.keys.has(key) && !asked.patterns.some(({ pattern }) => pattern.test(key)),
    )
    expect(unused).to.deep.equal([])
  })

  it('stand nowhere else: no page has Chinese of its own', () => {
    const found = files.flatMap(({ path, code }) =>
      [...code.replace(ownNames, '').matchAll(/.*\p{Script=Han}.*/gu)].map(
        ([line]) => `${path}: ${line.trim()}`,
      ),
    )
    expect(found).to.deep.equal([])
  })

  it('have a form for one in English where they are asked for with a count', async () => {
    const i18n = createInstance()
    await i18n.init({ lng: 'en', resources: texts })
    const said = [1, 2].map(
      (count) => `${i18n.t('desk.late', { count })}, ${i18n.t('unit.activity', { count })}`,
    )
    expect(said).to.deep.equal(['1 day late, activity', '2 days late, activities'])
    const code = files.map((file) => file.code).join('\n')
    expect(withOne.filter((key) => !askedWithCount(key).test(code))).to.deep.equal([])
  })

  it('call codes as the glossary does', () => {
    const glossary = readFileSync('docs/glossary.md', 'utf8')
    for (const words of [urgencyWords, modeWords, trackWords]) {
      const called = Object.values(words).map(({ zh }) => zh)
      expect(glossary).to.match(new RegExp(`${called.join('、')} \\|.*${Object.keys(words).join(', ')}`))
    }
  })

  it('are English in English', () => {
    const chinese = /\p{Script=Han}/u
    // The button that leads to the other language is named in it.
    const wrong = en.filter(
      (key) => key !== 'app.language' && chinese.test(textAt(texts.en.translation, key)),
    )
    expect(wrong).to.deep.equal([])
  })
})

/** How a page asks for a text with a count; a form for one of what none asks for like this would never be shown. */
function askedWithCount(key: string): RegExp {
  const group = key.slice(0, key.lastIndexOf('.'))
  return new RegExp(`(?:'${key}'|\`${group}\\.\\$\\{[^}]*\\}\`)[^{]{0,40}\\{[^}]*\\bcount\\b`)
}

/** Templates that begin like a text and not like something else, e.g. a file name. */
const roots = new RegExp(`^\\^(${Object.keys(texts.zh.translation).join('|')})\\\\\\.`)

function textAt(tree: Tree, key: string): string {
  let node: string | Tree | undefined = tree
  for (const name of key.split('.')) node = typeof node === 'object' ? node[name] : undefined
  return typeof node === 'string' ? node : ''
}
