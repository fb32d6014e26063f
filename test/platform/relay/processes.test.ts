import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { outbox } from '../../../src/platform/records/index.js'
import { changeLog } from '../../../src/platform/relay/index.js'
import { sequence } from '../../../src/platform/relay/model.js'
import { relayed } from '../../relayed.js'
import { onCleanup } from '../../setup.js'
import { openTemporarySqlite, temporaryPath } from '../store/temporary-sqlite.js'

const script = fileURLToPath(new URL('./sequence-child.ts', import.meta.url))
const processes = 4
const entries = 50

describe('processes that sequence the outbox of one file at once', function () {
  this.timeout(300_000)

  it('make one log without gaps, in which each change stands once', async () => {
    const path = temporaryPath()
    const ends = Array.from({ length: processes }, (_, i) => {
      const args = ['--import', 'tsx', script, path, `n-${i}`, String(entries)]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
      onCleanup(() => child.kill('SIGKILL'))
      return once(child, 'close')
    })
    expect((await Promise.all(ends)).map(([code]) => code)).to.deep.equal(Array(processes).fill(0))
    const store = await openTemporarySqlite(relayed, path)
    const steps = []
    for await (const batch of store.scan(changeLog)) steps.push(...batch)
    expect(steps.map(({ id }) => id)).to.deep.equal(steps.map((_, i) => sequence(i + 1)))
    const ids = steps.flatMap(({ changes }) => changes.flatMap((change) => change.ids))
    const all = Array.from(
      { length: processes * entries },
      (_, i) => `n-${i % processes}-${Math.floor(i / processes)}`,
    )
    expect(ids.toSorted()).to.deep.equal(all.toSorted())
    expect(await store.count(outbox, {})).to.equal(0)
  })
})
