import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { jobRuns } from '../../src/platform/jobs/index.js'
import { openStore } from '../../src/platform/store/index.js'
import { temporaryDatabase } from '../platform/store/temporary-mongo.js'
import { temporaryPath } from '../platform/store/temporary-sqlite.js'
import { mongoUrl, onCleanup } from '../setup.js'
import { startScript } from './child-process.js'
import { jobMarks, marked } from './job-marks.js'

const ticks = 8

const engines: [name: string, makePlace: () => string][] = [['SQLite file', temporaryPath]]
if (mongoUrl) engines.push(['MongoDB', temporaryDatabase])
else console.info('left out: the jobs of three processes over one MongoDB, for MONGO_URL is not set')

for (const [name, makePlace] of engines)
  describe(`three processes with one job over one ${name}`, function () {
    this.timeout(300_000)

    it('run no tick twice, and record each that was run', async () => {
      const place = makePlace()
      const isMongo = place.startsWith('mongodb')
      const store = await openStore({
        mongoUrl: isMongo ? place : undefined,
        path: place,
        collections: marked,
      })
      onCleanup(() => store.close())
      const children = [1, 2, 3].map(() => startScript('jobs-child.ts', [place]))
      for (const child of children) await child.says('ticking')
      while ((await store.count(jobMarks, {})) < ticks) await pause(100)
      expect(await Promise.all(children.map((child) => child.end()))).to.deep.equal([0, 0, 0])

      const marks = (await store.find(jobMarks, {}, { limit: 1_000 })).map(({ tick }) => tick)
      expect(marks).to.deep.equal([...new Set(marks)])
      const runs = await store.find(jobRuns, {}, { limit: 1_000 })
      const done = runs.filter(({ outcome }) => outcome === 'done').map(({ tick }) => tick)
      expect(done.toSorted()).to.deep.equal(marks.toSorted())
      expect(runs.filter(({ outcome }) => outcome === 'failed')).to.deep.equal([])
    })
  })
