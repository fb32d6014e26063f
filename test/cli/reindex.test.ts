import { expect } from 'chai'
import { compare } from '../../src/cli/compare.js'
import { reindex } from '../../src/cli/reindex.js'
import { type Need, needKind } from '../../src/needs/index.js'
import { onEachStore } from '../each-store.js'
import { actor } from '../feature-services.js'
import { aProcess, relayWorld } from '../platform/relay/relay-world.js'

const silent = { at: () => {}, end: () => {} }

onEachStore('making the search index anew', (engine) => {
  it('fills it, and takes away what has no record and what is ahead of the store', async () => {
    const world = await relayWorld(engine)
    const { need, search, indexed } = world
    const { id } = await need()
    const entry = needKind.toSearchEntry(await need('乙'))
    await search.put(needKind.search, [
      { ...entry, revision: 7 },
      { ...entry, id: 'n-orphan' },
    ])
    const done = await reindex(world, needKind, silent)
    expect(done).to.deep.equal({ documents: 2, refused: 0 })
    expect(await indexed()).to.deep.equal({ [id]: 1, [entry.id]: 1 })
  })

  it('loses nothing that is entered, changed or removed while it runs beside the service', async () => {
    const world = await relayWorld(engine)
    const { need, amend, needs } = world
    const made: Need[] = []
    for (let i = 0; i < 40; i++) made.push(await need(String(i)))
    const service = aProcess(world)
    const rebuild = aProcess(world)
    // The worst moment: what is put has been read already.
    let turn = 0
    rebuild.search.beforePut = async () => {
      const [changed, removed] = made.splice(0, 2)
      if (!changed || !removed) return
      await amend(changed.id, 1)
      await needs.remove(removed.id, 1, actor)
      await need(`新${turn++}`)
      await service.relay.settled()
    }
    await reindex({ ...world, search: rebuild.search.index }, needKind, silent)
    expect(turn).to.be.above(0)
    const { missing, stale, orphaned, documents, digest } = await compare(world, needKind)
    expect({ missing, stale, orphaned }).to.deep.equal({ missing: [], stale: [], orphaned: [] })
    expect(documents).to.deep.equal({ store: 40, index: 40 })
    expect(digest.index).to.equal(digest.store)
  })
})
