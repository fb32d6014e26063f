import { expect } from 'chai'
import { Registry } from 'prom-client'
import { timeOrderedIds } from '../../../src/platform/ids.js'
import { type Job, JobMetrics, Jobs, jobRuns } from '../../../src/platform/jobs/index.js'
import type { JobContext } from '../../../src/platform/jobs/model.js'
import { keptRuns } from '../../../src/platform/jobs/runs.js'
import { Leases, leases } from '../../../src/platform/leases/index.js'
import { createLogger } from '../../../src/platform/log.js'
import { type Engine, onEachStore } from '../../each-store.js'

/** Every hour, on the hour. */
const hourly = '0 * * * *'
const noon = new Date('2026-03-10T12:00:00.000Z')
const later = (ms: number) => new Date(noon.getTime() + ms)
const hour = 3_600_000

/** A store, a clock at noon that stands still, and as many processes as a test asks for. */
async function installation(engine: Engine) {
  const store = await engine.open([jobRuns, leases])
  const clock = { at: noon, now: () => clock.at }
  const ids = timeOrderedIds(clock)
  const registry = new Registry()
  const metrics = new JobMetrics(registry)
  let processes = 0
  return {
    store,
    clock,
    registry,
    process: (job: Job, leaseMs = 30_000) =>
      new Jobs([job], {
        store,
        leases: new Leases({ store, clock, ids }),
        clock,
        timeZone: 'Asia/Shanghai',
        process: `p-${++processes}`,
        log: createLogger('silent'),
        metrics,
        leaseMs,
      }),
    runs: () => store.find(jobRuns, {}, { sort: { field: 'tick', direction: 'asc' }, limit: 200 }),
  }
}

function aJob(run: (context: JobContext) => Promise<unknown> = async () => undefined) {
  const ticks: string[] = []
  const job: Job = {
    name: 'sweep',
    summary: { zh: '清扫', en: 'Sweep' },
    schedule: hourly,
    async run(context) {
      ticks.push(context.at.toISOString())
      await run(context)
      return { counts: { swept: 3 } }
    },
  }
  return { job, ticks }
}

/** A promise that the test keeps when it will. */
function promised<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((keep) => {
    resolve = keep
  })
  return { promise, resolve }
}

/** A job whose runs go on until the test ends them. */
function aLongJob() {
  const begun = promised<JobContext>()
  const ended = promised<void>()
  const { job, ticks } = aJob((context) => {
    begun.resolve(context)
    return ended.promise
  })
  return { job, ticks, begun: begun.promise, end: ended.resolve }
}

onEachStore('jobs', (engine) => {
  it('run each tick in one of three processes and record what was done', async () => {
    const { process, runs, registry } = await installation(engine)
    const { job, ticks } = aJob()
    const all = [process(job), process(job), process(job)]
    for (const at of [noon, later(hour)]) await Promise.all(all.map((jobs) => jobs.tick(job, at)))
    // One that hears of a tick when all is over finds that it was run.
    await process(job).tick(job, noon)
    expect(ticks).to.deep.equal([noon.toISOString(), later(hour).toISOString()])
    const [first] = await runs()
    expect(first).to.deep.include({ job: 'sweep', tick: noon.toISOString(), outcome: 'done', ms: 0 })
    expect(first?.counts).to.deep.equal({ swept: 3 })
    expect(first?.process).to.match(/^p-[123]$/)
    expect(await registry.metrics()).to.match(/duijie_job_runs_total{job="sweep",outcome="done"} 2/)
  })

  it('pass over a tick that falls while the last run goes on, in whatever process', async () => {
    const { process, runs } = await installation(engine)
    const { job, ticks, begun, end } = aLongJob()
    const first = process(job).tick(job, noon)
    await begun
    await process(job).tick(job, later(hour))
    end()
    await first
    expect(ticks).to.have.length(1)
    expect((await runs()).map(({ outcome }) => outcome)).to.deep.equal(['done'])
  })

  it('record a failure by the class of its error, and run the next tick', async () => {
    const { process, runs } = await installation(engine)
    let fails = true
    const { job } = aJob(async () => {
      if (fails) throw new RangeError('王婆婆')
    })
    const jobs = process(job)
    await jobs.tick(job, noon)
    fails = false
    await jobs.tick(job, later(hour))
    const all = await runs()
    expect(all.map(({ outcome, error }) => [outcome, error])).to.deep.equal([
      ['failed', 'RangeError'],
      ['done', undefined],
    ])
    expect(JSON.stringify(all)).not.to.include('王')
  })

  it('count a run as failed that says what it found wrong', async () => {
    const { process, runs } = await installation(engine)
    const job = { ...aJob().job, run: async () => ({ counts: { drifted: 1 }, error: 'search-drifted' }) }
    await process(job).tick(job, noon)
    expect((await runs())[0]).to.deep.include({ outcome: 'failed', counts: { drifted: 1 } })
  })

  it('show a run as abandoned when its process died, and do its work at the next tick only', async () => {
    const { process, clock, runs } = await installation(engine)
    const { job, begun } = aLongJob()
    void process(job).tick(job, noon)
    await begun
    const other = process(job)
    expect((await other.states())[0]?.lastRun?.outcome).to.equal('running')
    clock.at = later(31_000)
    expect((await other.states())[0]?.lastRun?.outcome).to.equal('abandoned')
    await other.catchUp(job)
    expect(await runs()).to.have.length(1)

    const again = aJob()
    await process(again.job).tick(again.job, later(hour))
    expect(again.ticks).to.deep.equal([later(hour).toISOString()])
    expect((await runs()).map(({ outcome, error }) => [outcome, error])).to.deep.equal([
      ['abandoned', 'process-died'],
      ['done', undefined],
    ])
  })

  it('catch up once after a pause, however many ticks it took', async () => {
    const { process, clock, runs } = await installation(engine)
    const { job, ticks } = aJob()
    await process(job).tick(job, noon)
    clock.at = later(5 * hour + 1_000)
    await Promise.all([process(job).catchUp(job), process(job).catchUp(job)])
    await process(job).catchUp(job)
    expect(ticks).to.deep.equal([noon, later(5 * hour)].map((at) => at.toISOString()))
    expect(await runs()).to.have.length(2)
  })

  it('have nothing to catch up where they were not known before, and show no run', async () => {
    const { process, clock } = await installation(engine)
    const { job, ticks } = aJob()
    await Promise.all([process(job).catchUp(job), process(job).catchUp(job)])
    const jobs = process(job)
    expect(ticks).to.deep.equal([])
    const [state] = await jobs.states()
    expect(state).to.deep.equal({ job, nextTick: later(hour).toISOString() })
    clock.at = later(hour + 1)
    await jobs.catchUp(job)
    expect(ticks).to.deep.equal([later(hour).toISOString()])
  })

  it('keep the lease of a long run, so that nobody takes it for dead', async () => {
    const { process, clock, store } = await installation(engine)
    const { job, begun, end } = aLongJob()
    const first = process(job, 30).tick(job, noon)
    await begun
    const until = async () => (await store.get(leases, 'job:sweep'))?.until
    const before = await until()
    clock.at = later(29)
    while ((await until()) === before) await new Promise(setImmediate)
    clock.at = later(45)
    expect((await process(job).states())[0]?.lastRun?.outcome).to.equal('running')
    end()
    await first
  })

  it('are told when another process has taken their run over, and cannot end it any more', async () => {
    const { process, clock, runs } = await installation(engine)
    const { job, begun, end } = aLongJob()
    const slept = process(job, 30).tick(job, noon)
    const { signal } = await begun
    const other = aJob()
    // Each time the first one may wake in between and hold its lease again.
    for (let hours = 1; !other.ticks.length; hours++) {
      clock.at = later(hours * hour)
      await process(other.job).tick(other.job, clock.at)
    }
    while (!signal.aborted) await new Promise(setImmediate)
    end()
    await slept
    expect((await runs()).map(({ outcome }) => outcome)).to.deep.equal(['abandoned', 'done'])
  })

  it('let a run end when they stop, and begin no other', async () => {
    const { process, runs } = await installation(engine)
    const { job, ticks, begun } = aLongJob()
    const polite: Job = {
      ...job,
      run: async (context) => {
        void job.run(context)
        await new Promise<void>((resolve) => context.signal.addEventListener('abort', () => resolve()))
        context.signal.throwIfAborted()
        return { counts: {} }
      },
    }
    const jobs = process(polite)
    void jobs.tick(polite, noon)
    await begun
    await jobs.stop()
    await jobs.tick(polite, later(hour))
    expect(ticks).to.have.length(1)
    expect((await runs())[0]).to.include({ outcome: 'abandoned', error: 'stopped' })
  })

  it('keep the newest hundred runs', async () => {
    const { process, runs } = await installation(engine)
    const { job } = aJob()
    const jobs = process(job)
    for (let i = 0; i < keptRuns + 5; i++) await jobs.tick(job, later(i * hour))
    const kept = await runs()
    expect(kept).to.have.length(keptRuns)
    expect(kept.at(-1)?.tick).to.equal(later((keptRuns + 4) * hour).toISOString())
  })

  it('tick by the clock of the system when they are started', async () => {
    const { process, runs } = await installation(engine)
    const ran = promised<void>()
    const { job, ticks } = aJob(async () => ran.resolve())
    const everySecond = { ...job, schedule: '* * * * * *' }
    const jobs = process(everySecond)
    jobs.start()
    await ran.promise
    await jobs.stop()
    expect(ticks[0]).to.match(/:\d\d\.000Z$/)
    expect((await runs()).at(-1)).to.include({ outcome: 'done', tick: ticks.at(-1) })
  })
})
