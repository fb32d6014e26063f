import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { storePath } from '../../src/data-folder.js'
import { fillWithDemo, loadDemo } from '../../src/demo/index.js'
import { systemActor } from '../../src/platform/actor.js'
import { openWorkspace } from '../../src/workspace.js'
import { databaseUrl, dropDatabase } from '../platform/store/temporary-mongo.js'
import { aFolder } from '../platform/tables/files.js'
import { testConfig } from '../running.js'
import { mongoUrl, onCleanup } from '../setup.js'
import { Program } from './program.js'

async function migrate(from: string, to: string, environment: Record<string, string> = {}) {
  const program = new Program(['migrate-store', '--from', from, '--to', to], environment)
  return { status: await program.ended(), stdout: program.stdout, stderr: program.stderr }
}

/** The signal that ended a copy after so many batches. */
async function killedAfter(batches: number, from: string, to: string): Promise<unknown> {
  const script = fileURLToPath(new URL('./migrate-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, from, to, String(batches)])
  onCleanup(() => child.kill('SIGKILL'))
  return (await once(child, 'close'))[1]
}

/** The demo, with a record that was changed twice. */
async function someData(data: string): Promise<string> {
  const workspace = await openWorkspace(testConfig(data))
  await fillWithDemo(workspace, loadDemo('seeds'))
  const { records } = workspace.needs
  const [first] = await records.find({}, { limit: 1 })
  for (const revision of [1, 2])
    await records.amend(first?.id ?? '', revision, systemActor('tester'), (need) => need)
  await workspace.close()
  return `sqlite:${storePath(data)}`
}

if (mongoUrl)
  describe('duijie migrate-store', function () {
    this.timeout(300_000)

    it('copies from SQLite to MongoDB and back, goes on after kills, and shows both sides the same', async () => {
      const url = databaseUrl(`duijie_test_copy_${process.pid}`)
      onCleanup(() => dropDatabase(url))
      const from = await someData(aFolder())
      expect(await killedAfter(2, from, url)).to.equal('SIGKILL')
      expect(await killedAfter(5, from, url)).to.equal('SIGKILL')
      const there = await migrate(from, 'MONGO_URL', { MONGO_URL: url })
      expect(there.status, there.stderr).to.equal(0)
      expect(there.stderr).to.match(/\d+% \d+\/\d+/)
      expect(there.stdout).to.match(/^needs: 624 条 \/ documents, sha256 [0-9a-f]{64}$/m)

      const occupied = await migrate(from, url)
      expect([occupied.status, occupied.stdout]).to.deep.equal([1, ''])
      expect(occupied.stderr).to.include('it has to be empty')

      const back = `sqlite:${join(aFolder(), 'back.sqlite')}`
      expect(await killedAfter(3, url, back)).to.equal('SIGKILL')
      const other = await migrate(await someData(aFolder()), back)
      expect([other.status, other.stderr]).to.satisfy(
        ([status, text]: [number, string]) => status === 1 && text.includes('half a copy'),
      )
      const here = await migrate(url, back)
      expect([here.status, here.stdout], here.stderr).to.deep.equal([0, there.stdout])
    })

    it('refuses what is no address and a place without data', async () => {
      const folder = aFolder()
      for (const [from, to, said] of [
        ['postgres://x', `sqlite:${folder}/a`, 'sqlite:FILE'],
        [`sqlite:${folder}/none.sqlite`, `sqlite:${folder}/a`, 'holds no data yet'],
      ] as const) {
        const refused = await migrate(from, to)
        expect(refused.status).to.equal(1)
        expect(refused.stderr).to.include(said)
      }
    })
  })
