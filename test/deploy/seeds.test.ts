import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { readDockerfile } from './dockerfile.js'

/** What src reads of seeds/: `join(seeds, 'taxonomy', …)` names it. */
function readOfSeeds(): string[] {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
  const found = sources.flatMap((source) =>
    [...source.matchAll(/join\(\s*(?:seeds|seedsFolder|ownSeeds),\s*'([^']+)'/g)].map(
      ([, name = '']) => name,
    ),
  )
  return [...new Set(found)].sort()
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const excluded = (rules: readonly string[]) => (path: string) => rules.some((rule) => isWithin(path, rule))

describe('what the server reads of seeds/', () => {
  const needed = readOfSeeds().map((name) => `seeds/${name}`)

  it('is there', () => {
    expect(needed).to.include('seeds/taxonomy').and.include('seeds/deadlines.json')
    expect(needed.filter((path) => !existsSync(path))).to.deep.equal([])
  })

  it('is in the image', () => {
    const copied = readDockerfile()
      .last.filter(({ name }) => name === 'COPY')
      .flatMap(({ text }) => text.split(' ').slice(0, -1))
    const keptOut = excluded(
      readFileSync('.dockerignore', 'utf8')
        .split('\n')
        .filter((rule) => rule && !/^[!*]/.test(rule)),
    )
    const isCopied = (path: string) => !keptOut(path) && copied.some((source) => isWithin(path, source))
    expect(needed.filter((path) => !isCopied(path))).to.deep.equal([])
  })

  it('is in the package', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] }
    const keptOut = excluded(files.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1)))
    const isPacked = (path: string) => !keptOut(path) && files.some((rule) => isWithin(path, rule))
    expect(needed.filter((path) => !isPacked(path))).to.deep.equal([])
  })

  it('is in the archive for sites without internet', () => {
    const [, options = '', packed = ''] =
      /tar (.*)-czf duijie\.tar\.gz (.*)/.exec(readFileSync('docs/deploy.md', 'utf8')) ?? []
    const keptOut = excluded([...options.matchAll(/--exclude=(\S+)/g)].map(([, path = '']) => path))
    const isPacked = (path: string) =>
      !keptOut(path) && packed.split(' ').some((source) => isWithin(path, source))
    expect(needed.filter((path) => !isPacked(path))).to.deep.equal([])
  })
})
