import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { judgeDirections } from '../scripts/directions/rules.js'
import { aFolder } from './platform/tables/files.js'

/** A tree in which everything goes the right way. */
const soundTree: Readonly<Record<string, string>> = {
  'main.ts': "import { start } from './needs/service.js'\nimport { open } from './platform/store/index.js'\n",
  'platform/store/index.ts':
    "import { readFileSync } from 'node:fs'\nexport type { Port } from './port.js'\n",
  'platform/store/port.ts': 'export interface Port { id: string }\n',
  'regions/index.ts': "export { covers } from './model.js'\n",
  'regions/model.ts': "import { join } from 'node:path'\nexport const covers = join\n",
  'needs/index.ts': "export { start } from './service.js'\n",
  'needs/model.ts': "import type { Port } from '../platform/store/index.js'\n",
  'needs/service.ts': [
    'import {',
    '  covers,',
    "} from '../regions/index.js'",
    "import type { Port } from './model.js'",
    "import { open } from '../platform/store/index.js'",
    'export const start = covers',
    '',
  ].join('\n'),
  'cli/main.ts': "const { start } = await import('../needs/service.js')\n",
}

/** What is found in the sound tree with these files put in, as `place [rule]`. */
function foundIn(changes: Readonly<Record<string, string>>): string[] {
  const root = aFolder()
  for (const [path, content] of Object.entries({ ...soundTree, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return judgeDirections(root).findings.map(({ place, rule }) => `${place} [${rule}]`)
}

describe('the check of import directions', () => {
  it('passes a tree in which all is as it should be', () => {
    expect(foundIn({})).to.deep.equal([])
  })

  it('refuses to enter a feature past its door, also for a type and for an import within a function', () => {
    const past = "\nimport { covers } from '../regions/model.js'\n"
    expect(foundIn({ 'needs/service.ts': past })).to.deep.equal(['src/needs/service.ts:2 [door]'])
    const type = "import type { Region } from '../regions/model.js'\n"
    expect(foundIn({ 'needs/service.ts': type })).to.deep.equal(['src/needs/service.ts:1 [door]'])
    const later = "export const load = () => import('../regions/model.js')\n"
    expect(foundIn({ 'needs/service.ts': later })).to.deep.equal(['src/needs/service.ts:1 [door]'])
    const handedOn = "export { covers } from '../regions/model.js'\n"
    expect(foundIn({ 'needs/index.ts': handedOn })).to.deep.equal(['src/needs/index.ts:1 [door]'])
  })

  it('lets a file beside the folders use doors, but not what is behind them', () => {
    expect(foundIn({ 'workspace.ts': "import { covers } from './regions/index.js'\n" })).to.deep.equal([])
    expect(foundIn({ 'workspace.ts': "import { covers } from './regions/model.js'\n" })).to.deep.equal([
      'src/workspace.ts:1 [door]',
    ])
  })

  it('refuses I/O in a model: the file system, the store, and what a helper beside it brings along', () => {
    expect(foundIn({ 'needs/model.ts': "import { readFileSync } from 'node:fs'\n" })).to.deep.equal([
      'src/needs/model.ts:1 [pure-model]',
    ])
    expect(
      foundIn({ 'needs/model.ts': "import { type Port, open } from '../platform/store/index.js'\n" }),
    ).to.deep.equal(['src/needs/model.ts:1 [pure-model]'])
    const helper = {
      'needs/days.ts': "import 'node:child_process'\n",
      'needs/model.ts': "import { day } from './days.js'\n",
    }
    expect(foundIn(helper)).to.deep.equal(['src/needs/model.ts:1 [pure-model]'])
  })

  it('lets a model use the types of the store', () => {
    const types = "import { type Port, type Filter } from '../platform/store/index.js'\n"
    expect(foundIn({ 'needs/model.ts': types })).to.deep.equal([])
  })

  it('refuses a feature in the platform', () => {
    const reach = "import type { Need } from '../../needs/index.js'\n"
    expect(foundIn({ 'platform/store/port.ts': reach })).to.deep.equal([
      'src/platform/store/port.ts:1 [platform]',
    ])
  })

  it('refuses the command line and the composition root in a feature', () => {
    expect(foundIn({ 'needs/service.ts': "import { start } from '../main.js'\n" })).to.deep.equal([
      'src/needs/service.ts:1 [rim]',
    ])
    expect(foundIn({ 'needs/service.ts': "import { main } from '../cli/main.js'\n" })).to.deep.equal([
      'src/needs/service.ts:1 [rim]',
    ])
  })

  it('reports features that know each other in a circle once', () => {
    const back = "import type { Need } from '../needs/index.js'\n"
    expect(foundIn({ 'regions/load.ts': back })).to.deep.equal(['src/regions/load.ts:1 [cycle]'])
  })

  it('fails on an import that it cannot read rather than pass over it', () => {
    expect(foundIn({ 'needs/index.ts': 'import { start } from "./service.js"\n' })).to.deep.equal([
      'src/needs/index.ts:1 [unread]',
    ])
    expect(foundIn({ 'needs/index.ts': "import { gone } from './gone.js'\n" })).to.deep.equal([
      'src/needs/index.ts:1 [unread]',
    ])
  })

  it('takes no comment and no text for an import', () => {
    const prose =
      "// import('../regions/model.js')\n/** from '../regions/model.js' */\nexport const text = `from 'x'`\n"
    expect(foundIn({ 'needs/service.ts': prose })).to.deep.equal([])
  })

  it('sees all of our own sources', () => {
    const own = judgeDirections(fileURLToPath(new URL('../src', import.meta.url)))
    expect(own.modules).to.be.greaterThan(150)
    expect(own.imports).to.be.greaterThan(own.modules)
    expect(own.findings).to.deep.equal([])
  })

  it('lets pages take in rules that need no server, and nothing else', () => {
    const rules = "import { covers } from '../regions/model.js'\nexport const shown = covers\n"
    expect(foundIn({ 'web/page.tsx': rules })).to.deep.equal([])
    const door = "import { covers } from '../regions/index.js'\nexport const shown = covers\n"
    expect(foundIn({ 'web/page.tsx': door })).to.deep.equal(['src/web/page.tsx:1 [browser]'])
    const store = "import { open } from '../platform/store/index.js'\nexport const shown = open\n"
    expect(foundIn({ 'web/page.tsx': store })).to.deep.equal(['src/web/page.tsx:1 [browser]'])
  })
})
