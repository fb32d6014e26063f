import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { examine } from '../../src/cli/doctor.js'
import { brokenInvariants } from '../../src/cli/invariants.js'
import { start } from '../../src/main.js'
import { needKind } from '../../src/needs/collection.js'
import { systemActor } from '../../src/platform/actor.js'
import { referralKind } from '../../src/referrals/collection.js'
import { serviceRecordKind } from '../../src/service-records/collection.js'
import { openWorkspace, type Workspace } from '../../src/workspace.js'
import { type Engine, type Home, onEachStore } from '../each-store.js'
import { anOffering, anOrganization } from '../feature-drafts.js'
import { community } from '../feature-services.js'
import { onCleanup } from '../setup.js'
import { bearer } from '../signed-in.js'
import { startScript } from './child-process.js'
import { Ledger } from './ledger.js'
import { configOfMortals } from './mongo-proxy.js'
import { seeded } from './random.js'
import { type Cast, Storytellers } from './storytellers.js'

const users = 20
/** DUIJIE_STORY_KILLS=200 takes a quarter of an hour on a machine that does nothing else, over MongoDB several times that. */
const killsOn = ({ name }: Engine) =>
  Number(process.env.DUIJIE_STORY_KILLS ?? (process.env.CI && name === 'sqlite' ? 40 : 10))
/** The whole of the data is recounted so often, and at the end. */
const examinedEvery = 10

onEachStore(`${users} users in the middle of the story`, function (engine) {
  this.timeout(3_600_000)
  const home = engine.makeHome()
  const kills = killsOn(engine)
  after(() => home.remove())

  it(`lose nothing acknowledged when the server is killed, and every invariant holds: ${kills} kills`, async () => {
    const cast = await withWorkspace(home, castOf)
    const ledger = new Ledger([needKind, referralKind, serviceRecordKind])
    const random = seeded(20261126)
    let kept = 0
    const tellers = new Storytellers(users, cast, ({ id, revision }) => {
      kept++
      ledger.kept(id, revision)
    })
    // Else they would go on for ever where the test fails.
    onCleanup(() => tellers.stop())
    const { data, mongoUrl } = await configOfMortals(home.config())
    const place = mongoUrl ? [data, mongoUrl] : [data]
    let next = startScript('story-child.ts', place)
    for (let round = 1; round <= kills; round++) {
      const child = next
      // Loads while its predecessor serves and is looked at.
      next = startScript('story-child.ts', place)
      await child.says('loaded')
      child.process.stdin.write('go\n')
      tellers.url = (await child.says(/running: (http\S+)/))[1]
      // By count and not by the clock: a busy machine would have done nothing yet.
      const enough = kept + 1 + Math.floor(random() * 60)
      while (kept < enough && !tellers.faults.length) await pause(1)
      await child.kill()
      tellers.url = undefined
      expect(tellers.faults, `kill ${round}`).to.deep.equal([])
      await withWorkspace(home, async (workspace) => {
        expect(await ledger.faultsOf(workspace.store), `kill ${round}`).to.deep.equal([])
        if (round % examinedEvery === 0)
          expect(await brokenInvariants(workspace), `kill ${round}`).to.deep.equal([])
      })
    }
    await next.kill()

    const running = await start(home.config())
    tellers.url = running.url
    const more = kept + users
    while (kept < more && !tellers.faults.length) await pause(1)
    await tellers.stop()
    await running.settled()
    await running.stop()
    expect(tellers.faults).to.deep.equal([])
    expect(tellers.repeated, 'sent again').to.be.above(0)
    await withWorkspace(home, async (workspace) => {
      expect(await ledger.faultsOf(workspace.store)).to.deep.equal([])
      const { healthy, problems, backlog, invariants, audit } = await examine(workspace, { deep: true })
      expect({ healthy, problems, invariants, owed: backlog.outbox, unsealed: audit.waiting }).to.deep.equal({
        ...{ healthy: true, problems: [], invariants: [], owed: 0, unsealed: 0 },
      })
      // What was sent again was not done again; those whose answer nobody waited for at the end are there too.
      expect(await workspace.store.count(needKind.collection, {})).to.be.within(
        tellers.needs,
        tellers.needs + users,
      )
    })
  })
})

async function withWorkspace<T>(home: Home, use: (workspace: Workspace) => Promise<T>): Promise<T> {
  const workspace = await openWorkspace(home.config())
  try {
    return await use(workspace)
  } finally {
    await workspace.close()
  }
}

/** An organisation with offerings whose places run out now and then. */
async function castOf(workspace: Workspace): Promise<Cast> {
  const { organizations, offerings } = workspace
  const actor = systemActor('tester')
  const { id: organizationId } = await organizations.create(anOrganization(), actor)
  const published = []
  for (const perMonth of [200, 2_000, 100_000]) {
    const capacity = { perMonth, unit: 'visit' } as const
    const draft = anOffering(organizationId, { state: 'published', capacity })
    published.push((await offerings.create(draft, actor)).id)
  }
  return {
    committee: await bearer(workspace, { role: 'committee', region: community }),
    worker: await bearer(workspace, { role: 'org-worker', organization: organizationId }),
    organizationId,
    offerings: published,
  }
}
