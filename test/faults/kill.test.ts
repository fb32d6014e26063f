import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { needKind } from '../../src/needs/index.js'
import { openSqliteSearch } from '../../src/platform/search/index.js'
import { openSqliteStore } from '../../src/platform/store/index.js'
import { openWorkspace } from '../../src/workspace.js'
import { temporaryPath } from '../platform/store/temporary-sqlite.js'
import { relayed } from '../relayed.js'
import { testConfig } from '../running.js'
import { bearerFor } from '../signed-in.js'
import { startScript, startServer, type WatchedChild } from './child-process.js'
import { writeOverHttp } from './http-writers.js'
import { Ledger } from './ledger.js'
import { seeded } from './random.js'

/** Each kill costs the start of a process, a second of work; all 200 are made where nobody waits. */
const kills = process.env.CI ? 200 : 40
const serverKills = process.env.CI ? 8 : 3

describe('a process that is killed while it writes', function () {
  this.timeout(600_000)

  it(`loses nothing acknowledged and leaves nothing half written: records and relay, ${kills} kills`, () =>
    killing({
      kills,
      start: (path, seed) => startScript('server-child.ts', [path, String(seed)]),
      async until(child, random) {
        await child.says(/\n[=-] /)
        await pause(5 + random() * 55)
      },
    }))

  it(`leaves search as the store is: between transaction and index, ${kills / 2} kills`, () =>
    killing({
      kills: kills / 2,
      start: (path, seed) => startScript('server-child.ts', [path, String(seed), String(seed % 9)]),
      until: (child) => child.says('between'),
    }))

  it(`loses nothing acknowledged: the real server over HTTP, ${serverKills} kills`, async () => {
    const config = testConfig(dirname(temporaryPath()))
    const signedIn = await bearerFor(config)
    const random = seeded(7)
    let ledger: Ledger | undefined
    for (let round = 1; round <= serverKills; round++) {
      const server = startServer({ DUIJIE_DATA: config.data })
      const [, url = ''] = await server.says(/running: (http\S+)/)
      // By count and not by the clock: a busy machine would have written nothing yet.
      const enough = 6 + Math.floor(random() * 40)
      const acknowledged = await writeOverHttp(url, signedIn, round, (count) => {
        if (count === enough) server.process.kill('SIGKILL')
      })
      const workspace = await openWorkspace(config)
      ledger ??= new Ledger(workspace.kinds)
      for (const line of acknowledged) note(ledger, line)
      expect(await ledger.faultsOf(workspace.store), `kill ${round}`).to.deep.equal([])
      if (round === serverKills) {
        await workspace.search.prepare(workspace.kinds.map((kind) => kind.search))
        expect(await ledger.driftOf(workspace.store, workspace.search, workspace.kinds)).to.deep.equal([])
      }
      await workspace.close()
    }
    expect(ledger?.acknowledged).to.be.at.least(serverKills * 6)
  })
})

interface Killing {
  readonly kills: number
  readonly start: (path: string, seed: number) => WatchedChild
  /** Resolves when it is time to kill it. */
  readonly until: (child: WatchedChild, random: () => number) => Promise<unknown>
}

/** Lets one child after the other write to the same file, kills it, and holds what it said against what is there. */
async function killing({ kills, start, until }: Killing): Promise<void> {
  const path = temporaryPath()
  const ledger = new Ledger([needKind])
  const random = seeded(20260301)
  let next = start(path, 0)
  for (let round = 1; round <= kills; round++) {
    const child = next
    // Loads while its predecessor writes and is looked at.
    next = start(path, round)
    await child.says('loaded')
    child.process.stdin.write('go\n')
    await until(child, random)
    for (const line of await child.kill()) note(ledger, line)
    const store = await openSqliteStore({ path, collections: [needKind.collection, ...relayed] })
    const search = openSqliteSearch({ path })
    expect(await search.prepare([needKind.search])).to.deep.equal([])
    expect(await ledger.faultsOf(store), `kill ${round}`).to.deep.equal([])
    // Every other time the child after it finds the backlog.
    if (round % 2 === 0)
      expect(await ledger.driftOf(store, search, [needKind]), `kill ${round}`).to.deep.equal([])
    await search.close()
    await store.close()
  }
  await next.kill()
  expect(ledger.acknowledged).to.be.above(kills)
}

function note(ledger: Ledger, line: string): void {
  const [sign, id = '', revision] = line.split(' ')
  if (sign === '=') ledger.kept(id, Number(revision))
  if (sign === '-') ledger.removed(id)
}
