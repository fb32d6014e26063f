import { expect } from 'chai'
import { needKind } from '../../../src/needs/index.js'
import { timeOrderedIds } from '../../../src/platform/ids.js'
import { auditTrail } from '../../../src/platform/records/index.js'
import {
  createDeadLetters,
  deadLetters,
  mend,
  refill,
  relayMessages,
} from '../../../src/platform/relay/index.js'
import type { DeadLetter } from '../../../src/platform/relay/model.js'
import { deadLetterRoutes } from '../../../src/platform/relay/routes.js'
import { type Engine, onEachStore } from '../../each-store.js'
import { serve, testApp } from '../../http-client.js'
import { aProcess, relayWorld } from './relay-world.js'

interface Page {
  readonly items: readonly DeadLetter[]
  readonly next?: string
}

/** An engine's refusal of one document, with a message that quotes what people wrote. */
class RefusedByEngine extends Error {
  readonly code = 'invalid_document_fields'
}

/** A process whose index refuses the records in `bad`, and the API of staff beside it. */
async function refusing(engine: Engine) {
  const world = await relayWorld(engine)
  const process = aProcess(world)
  const bad = new Set<string>()
  process.search.beforePut = (entries) => {
    const found = entries.find(({ id }) => bad.has(id))
    if (found) throw new RefusedByEngine(`cannot index ${found.fields.text}`)
  }
  const { store, clock } = world
  const letters = createDeadLetters({
    store,
    clock,
    ids: timeOrderedIds(clock),
    onCommitted: () => process.relay.kick(),
  })
  const routes = deadLetterRoutes(letters, ['organization', 'offering', 'need'])
  const http = await serve(testApp({ routes, messages: [relayMessages] }))
  /** As the timer would: again and again, until all is in the index or put aside. */
  const settle = async () => {
    while (
      await process.relay.settled().then(
        () => false,
        () => true,
      )
    );
  }
  return { ...world, ...process, bad, http, settle, list: () => http.ask<Page>('/api/v1/dead-letters') }
}

onEachStore('a record that the index refuses by itself', (engine) => {
  it('is put aside after three attempts, and all others get through', async () => {
    const { bad, need, settle, indexed, told, pauses, list } = await refusing(engine)
    const needs = []
    for (let i = 0; i < 9; i++) needs.push(await need(String(i)))
    const [, , third, , fifth] = needs
    bad.add(third!.id).add(fifth!.id)
    await settle()
    const good = needs.map(({ id }) => id).filter((id) => !bad.has(id))
    expect(Object.keys(await indexed()).sort()).to.deep.equal(good)
    expect(told.gaveUp).to.deep.equal([...bad].map((id) => `search ${id}`))
    expect(pauses.asked).to.have.length(2)
    const { body, text } = await list()
    expect(body.items.map(({ subject }) => subject).sort()).to.deep.equal([...bad])
    expect(body.items[0]).to.deep.include({
      view: 'search',
      kind: 'need',
      error: 'RefusedByEngine',
      code: 'invalid_document_fields',
      attempts: 3,
    })
    expect(text).not.to.include('老人')
  })

  it('is tried again when staff says so: a new letter comes while it is refused, none when it is not', async () => {
    const { bad, need, settle, indexed, http, list, store } = await refusing(engine)
    const { id } = await need()
    bad.add(id)
    await settle()
    const [letter] = (await list()).body.items
    const path = `/api/v1/dead-letters/${letter?.id}/replay`
    expect((await http.ask(path, { method: 'POST' })).status).to.equal(202)
    await settle()
    expect((await list()).body.items).to.have.length(1)
    bad.clear()
    expect((await http.ask(path, { method: 'POST' })).status).to.equal(202)
    await settle()
    expect((await list()).body.items).to.deep.equal([])
    expect(await indexed()).to.deep.equal({ [id]: 1 })
    const trail = await store.find(auditTrail, { subjects: letter?.id ?? '' })
    expect(trail.map(({ action }) => action)).to.deep.equal(['dead-letter.replay', 'dead-letter.replay'])
    const gone = await http.refused(path, { method: 'POST' })
    expect([gone.status, gone.body.detail]).to.deep.equal([404, `找不到死信 ${letter?.id}。`])
  })

  it('has one letter, however often it is changed and refused', async () => {
    const { bad, need, amend, settle, list } = await refusing(engine)
    const { id } = await need()
    bad.add(id)
    await settle()
    await amend(id, 1)
    await settle()
    expect((await list()).body.items.map(({ subject, revision }) => [subject, revision])).to.deep.equal([
      [id, 2],
    ])
  })

  it('is listed page by page, by view and by kind', async () => {
    const { http, store } = await refusing(engine)
    const letters = Array.from({ length: 5 }, (_, i): DeadLetter => {
      const view = i % 2 ? 'matching' : 'search'
      const at = `2026-03-10T02:00:0${i}.000Z`
      const kind = i < 3 ? 'need' : 'offering'
      const id = `d-${view}-n-${i}`
      return { id, revision: 1, view, kind, subject: `n-${i}`, error: 'TypeError', attempts: 3, at }
    })
    await store.insertMany(deadLetters, letters)
    const subjects = async (query: string) => {
      const { body } = await http.ask<Page>(`/api/v1/dead-letters?${query}`)
      return [body.items.map(({ subject }) => subject), body.next] as const
    }
    const [first, next] = await subjects('limit=3')
    expect(first).to.deep.equal(['n-4', 'n-3', 'n-2'])
    expect(await subjects(`limit=3&after=${next}`)).to.deep.equal([['n-1', 'n-0'], undefined])
    expect((await subjects('view=matching'))[0]).to.deep.equal(['n-3', 'n-1'])
    expect((await subjects('view=search&kind=need'))[0]).to.deep.equal(['n-2', 'n-0'])
    expect((await http.refused('/api/v1/dead-letters?kind=person')).status).to.equal(422)
  })

  it('loses its letter when the index is rebuilt and takes it, and keeps it when not', async () => {
    const { bad, need, settle, indexed, list, store, search, clock, leases, advance } = await refusing(engine)
    const [a, b] = [await need('甲'), await need('乙')]
    bad.add(a.id).add(b.id)
    await settle()
    bad.delete(a.id)
    advance(1)
    const deps = { store, search: search.index, clock, leases }
    expect((await refill(deps, needKind))?.map(({ id }) => id)).to.deep.equal([b.id])
    expect((await list()).body.items.map(({ subject }) => subject)).to.deep.equal([b.id])
    bad.clear()
    advance(1)
    expect(await mend(deps, needKind, [], [])).to.deep.equal([])
    expect((await list()).body.items).to.deep.equal([])
    expect(await indexed()).to.deep.equal({ [a.id]: 1, [b.id]: 1 })
  })
})
