import { expect } from 'chai'
import fc from 'fast-check'
import type { Actor } from '../../src/platform/actor.js'
import { Idempotency } from '../../src/platform/http/idempotency.js'
import type { Referral } from '../../src/referrals/index.js'
import { queueOf } from '../../src/referrals/queue.js'
import { referralRoutes } from '../../src/referrals/routes.js'
import { actors } from '../actors.js'
import { onEachStore } from '../each-store.js'
import { elsewhere, regions, street } from '../feature-services.js'
import { openGate } from '../gates.js'
import { serve, testApp } from '../http-client.js'
import { aFile, rowsOf } from '../platform/tables/files.js'
import { aWorld, committee } from './world.js'

const urgencies = ['crisis', 'urgent', 'soon', 'routine'] as const

describe('the place in the queue', () => {
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  const waiting = fc.record({
    dueAt: fc.option(
      instant.map((date) => date.toISOString()),
      { nil: undefined },
    ),
    urgency: fc.constantFrom(...urgencies),
  })

  it('is by deadline, then by urgency, and last for what is due at no time', () => {
    const due = ({ dueAt }: { dueAt: string | undefined }) =>
      dueAt ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER
    fc.assert(
      fc.property(waiting, waiting, (a, b) => {
        const wanted = due(a) - due(b) || urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency)
        const [one, other] = [a, b].map(({ dueAt, urgency }) => queueOf({ urgency, ...(dueAt && { dueAt }) }))
        expect(Math.sign(wanted)).to.equal(one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1)
      }),
    )
  })
})

onEachStore('the queue of referrals over HTTP', function (engine) {
  this.timeout(60_000)

  /** Requests of four urgencies to one organisation, a routine one of a day before, and one to another. */
  async function world() {
    const made = await aWorld(engine)
    const { referrals, organizations, store, clock } = made
    const [busy, calm] = [await made.anOffer(), await made.anOffer()]
    const opened: Referral[] = []
    const ask = async (urgency: (typeof urgencies)[number], { offering } = busy) => {
      const need = await made.aNeed({ urgency })
      opened.push(await referrals.open(need.id, { how: 'request', offeringId: offering.id }, committee))
    }
    await ask('routine')
    made.advance(86_400_000)
    for (const urgency of ['routine', 'soon', 'urgent', 'crisis'] as const) await ask(urgency)
    await ask('soon', calm)
    const namesOf = async (ids: readonly string[]) =>
      new Map((await organizations.getMany(ids)).map(({ id }) => [id, `组织 ${id}`]))
    const routes = referralRoutes(referrals, regions, namesOf)
    const idempotency = new Idempotency({ store, clock })
    const as = (who: Actor) => serve(testApp({ routes, idempotency, gate: openGate(who) }))
    return { ...made, busy, calm, opened, as }
  }

  it('is read page by page in its order by staff and by the organisation', async () => {
    const { as, opened, busy } = await world()
    const order = [...opened].sort((a, b) =>
      a.queue < b.queue || (a.queue === b.queue && a.id < b.id) ? -1 : 1,
    )
    for (const [who, seen] of [
      [actors.street(street), order],
      [busy.worker, order.filter(({ organizationId }) => organizationId === busy.worker.organization)],
    ] as const) {
      const http = await as(who)
      const found: string[] = []
      let path: string | undefined = '/api/v1/referrals?order=due&limit=2'
      while (path) {
        const { body }: { body: { items: Referral[]; next?: string } } = await http.ask(path)
        found.push(...body.items.map(({ id }) => id))
        path = body.next && `/api/v1/referrals?order=due&limit=2&after=${body.next}`
      }
      expect(found).to.deep.equal(seen.map(({ id }) => id))
    }
    const http = await as(actors.district)
    const urgent = await http.ask<{ items: Referral[] }>('/api/v1/referrals?urgency=crisis&urgency=urgent')
    expect(urgent.body.items.map(({ urgency }) => urgency).sort()).to.deep.equal(['crisis', 'urgent'])
    const mixed = await http.ask<{ next: string }>('/api/v1/referrals?order=due&limit=1')
    expect((await http.refused(`/api/v1/referrals?limit=1&after=${mixed.body.next}`)).status).to.equal(422)
  })

  it('says what each organisation has in hand and owes, the most overdue first', async () => {
    const { as, advance, busy, calm, opened, referrals } = await world()
    const accepted = opened.at(-1)
    if (accepted) await referrals.act(accepted.id, accepted.revision, 'accept', { quantity: 8 }, calm.worker)
    const http = await as(actors.street(street))
    const loads = async (query = '') =>
      (await http.ask<{ items: unknown[] }>(`/api/v1/referrals/load${query}`)).body.items
    const none = { toAnswer: 0, toBegin: 0, inService: 0, overdue: 0 }
    const own = { organizationId: busy.worker.organization, name: `组织 ${busy.worker.organization}` }
    const nextDue = [...opened].slice(0, 5).sort((a, b) => (a.queue < b.queue ? -1 : 1))[0]?.dueAt
    const before = await loads()
    expect(before[0]).to.deep.equal({ ...own, ...none, toAnswer: 5, nextDue })
    expect(before[1]).to.include({ ...none, toBegin: 1 })
    advance(30 * 86_400_000)
    expect((await loads())[0]).to.include({ toAnswer: 5, overdue: 5 })
    expect(await loads(`?region=${elsewhere}`)).to.deep.equal([])
    const file = await http.ask('/api/v1/referrals/load?format=csv')
    const rows = await rowsOf(aFile('load.csv', file.text))
    expect(rows.map((row) => 'cells' in row && [row.cells.组织, row.cells.待答复])).to.deep.equal([
      [own.name, '5'],
      [`组织 ${calm.worker.organization}`, '0'],
    ])
    expect(await (await as(calm.worker)).ask<{ items: unknown[] }>('/api/v1/referrals/load'))
      .to.have.nested.property('body.items')
      .with.length(1)
  })

  it('comes as a file, for an organisation of what is its own', async () => {
    const { as, calm } = await world()
    const all = async (who: Actor) =>
      rowsOf(aFile('r.csv', (await (await as(who)).ask('/api/v1/referrals?format=csv&order=due')).text))
    expect(await all(actors.district)).to.have.length(6)
    expect(await all(calm.worker)).to.have.length(1)
  })
})
