import { expect } from 'chai'
import { needKind } from '../../../src/needs/index.js'
import { createLogger } from '../../../src/platform/log.js'
import { integrityJob } from '../../../src/platform/records/index.js'
import { type Engine, onEachStore } from '../../each-store.js'
import { aNeed } from '../../feature-drafts.js'
import { actor, featureServices } from '../../feature-services.js'

const context = { at: new Date(), signal: new AbortController().signal }

async function checked(engine: Engine) {
  const services = await featureServices(engine)
  const { store, search } = services
  const lines: Record<string, unknown>[] = []
  const log = createLogger('warn', { write: (line: string) => lines.push(JSON.parse(line)) })
  return { ...services, lines, job: integrityJob({ store, search, kinds: [needKind], log }) }
}

onEachStore('the nightly check', (engine) => {
  it('finds nothing where search knows what is stored', async () => {
    const { job, needs, index, lines } = await checked(engine)
    await needs.create(aNeed(), actor)
    await index()
    expect(await job.run(context)).to.deep.equal({ counts: { problems: 0, drifted: 0 } })
    expect(lines).to.deep.equal([])
  })

  it('names by id what search lacks, has otherwise or has alone', async () => {
    const { job, needs, index, search, lines } = await checked(engine)
    const [missing, stale, orphaned] = [
      await needs.create(aNeed(), actor),
      await needs.create(aNeed(), actor),
      await needs.create(aNeed(), actor),
    ]
    await index()
    await search.remove(needKind.search, [missing.id])
    await needs.move(stale.id, 1, 'withdrawn', '已解决', actor)
    await needs.remove(orphaned.id, 1, actor)
    const found = { counts: { problems: 0, drifted: 3 }, error: 'search-drifted' }
    expect(await job.run(context)).to.deep.equal(found)
    const ids = [`${missing.id} missing`, `${stale.id} stale`, `${orphaned.id} orphaned`]
    expect(lines).to.have.length(1)
    expect(lines[0]).to.deep.include({ kind: 'need', drifted: 3, ids })
  })

  it('takes no notice of what search is told while it looks', async () => {
    const { job, needs, index, search } = await checked(engine)
    await needs.create(aNeed(), actor)
    const contents = search.contents.bind(search)
    let looks = 0
    search.contents = async function* (collection) {
      yield* contents(collection)
      if (++looks === 1) await index()
    }
    expect((await job.run(context)).counts.drifted).to.equal(0)
    expect(looks).to.equal(2)
  })
})
