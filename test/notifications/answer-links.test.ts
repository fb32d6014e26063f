import { expect } from 'chai'
import {
  createLinks,
  type Links,
  linkMessages,
  linkPages,
  linkRoutes,
  linksCollection,
} from '../../src/links/index.js'
import { stillNeededLink } from '../../src/needs/index.js'
import { deliveries, inbox } from '../../src/notifications/collection.js'
import { notificationCollections } from '../../src/notifications/index.js'
import { capacityLink } from '../../src/offerings/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { referralLinks } from '../../src/referrals/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { serve, testApp } from '../http-client.js'
import { aWorld, committee, streetStaff } from '../referrals/world.js'
import { mailServer, partsOf } from './mail-server.js'
import { type Person, worldOver } from './world.js'

const hour = 3_600_000
const publicUrl = 'https://duijie.example.org'

/** Referrals, mail by a real server, and the pages of links, over one store. */
async function world(engine: Engine, settings: { publicUrl?: string } = { publicUrl }) {
  const services = await aWorld({ open: (some) => engine.open([...some, ...notificationCollections]) })
  const { store, clock, referrals, offerings, needs } = services
  const { offering, worker } = await services.anOffer({ capacity: { perMonth: 6, unit: 'place' } })
  const links = createLinks({
    ...{ store, clock },
    purposes: [capacityLink(offerings), stillNeededLink(needs), ...referralLinks(referrals)],
    stands: async () => true,
  })
  const manager: Actor = { ...worker, id: 'manager-1', role: 'org-manager' }
  const all = [worker, manager, committee, streetStaff].map(
    (actor): Person => ({ ...actor, email: `${actor.id}@e.org` }),
  )
  const { received, smtpUrl } = await mailServer()
  const told = worldOver(store, { settings: { smtpUrl, ...settings }, all, links })
  return {
    ...services,
    ...{ offering, worker, manager, received, told },
    client: await pagesOf(links),
    open: async () =>
      referrals.open((await services.aNeed()).id, { how: 'request', offeringId: offering.id }, committee),
    /** Paths of the links that a reader has been mailed, the last one last. */
    async mailed({ id }: { id: string }) {
      await told.notifications.settled()
      const mine = received
        .filter(({ to }) => to.includes(`${id}@e.org`))
        .map(({ source }) => partsOf(source))
      return mine.flatMap((text) => [
        ...new Set(text.match(/https:\/\/duijie\.example\.org\/l\/[0-9a-z]{40}/g)),
      ])
    },
  }
}

const pagesOf = (links: Links) =>
  serve(testApp({ routes: linkRoutes(links), pages: linkPages(links), messages: [linkMessages] }))
const form = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  raw: new URLSearchParams(fields).toString(),
})
const facts = { came: 'yes', onTime: 'yes', goal: 'full' }
const report = { report: { delivered: 8, on: '2026-03-10', goal: 'full' } } as const

onEachStore('a link in a mail', (engine) => {
  it('shows an organisation what it may answer, and accepts the referral once', async () => {
    const { open, mailed, worker, client, referrals } = await world(engine)
    const { id } = await open()
    const [url, ...more] = await mailed(worker)
    expect(more).to.deep.equal([])
    const { pathname } = new URL(url ?? '')
    const page = await client.ask<string>(pathname)
    expect([page.status, page.text.includes('有一件对接单等待答复')]).to.deep.equal([200, true])
    expect(await referrals.get(id, committee)).to.include({ stage: 'requested' })
    expect((await client.ask(pathname, form({ choice: 'accept' }))).status).to.equal(200)
    expect(await referrals.get(id, committee)).to.include({ stage: 'accepted', updatedBy: worker.id })
    expect((await client.ask(pathname, form({ choice: 'accept' }))).status).to.equal(404)
  })

  it('lets the committee confirm what was reported, and nobody who only hears of it', async () => {
    const { open, mailed, worker, client, referrals } = await world(engine)
    const { id } = await open()
    await referrals.act(id, undefined, 'accept', {}, worker)
    await referrals.act(id, undefined, 'report', report, worker)
    const [url, ...more] = await mailed(committee)
    expect(more).to.deep.equal([])
    expect(await mailed(streetStaff)).to.deep.equal([])
    const posted = await client.ask(new URL(url ?? '').pathname, form({ choice: 'confirm', ...facts }))
    expect(posted.status).to.equal(200)
    expect(await referrals.get(id, committee)).to.include({ stage: 'confirmed', updatedBy: committee.id })
  })

  it('asks whether a need and a capacity still hold, with the number in question', async () => {
    const { told, mailed, manager, offering, aNeed, client } = await world(engine)
    const need = await aNeed()
    await told.announce('need.still-needed', { region: need.region }, undefined, need.id)
    const { organizationId } = offering
    await told.announce('capacity.question', { organizationId, places: 6 }, undefined, offering.id)
    await told.notifications.settled()
    // Both wait for the daily mail.
    told.advance(24 * hour)
    const [asksNeed] = await mailed(committee)
    const [asksPlaces] = await mailed(manager)
    const pageAt = async (url = '') => (await client.ask<string>(new URL(url).pathname)).text
    expect(await pageAt(asksNeed)).to.include('是否仍需要')
    expect(await pageAt(asksPlaces)).to.include('每月仍可提供 6 个名额吗？')
  })

  it('comes with a reminder to whoever owes the answer', async () => {
    const { told, mailed, open, worker } = await world(engine)
    const { id, region, organizationId } = await open()
    const facts = { region, organizationId, stage: 'requested', owes: 'organisation' }
    await told.announce('referral.reminder', facts, undefined, id)
    expect(await mailed(worker)).to.have.length(2)
    expect(await mailed(committee)).to.deep.equal([])
  })

  it('has its token in the mail alone', async () => {
    const { open, mailed, worker, store } = await world(engine)
    await open()
    const [url = ''] = await mailed(worker)
    const token = url.slice(url.lastIndexOf('/') + 1)
    expect(token).to.have.length(40)
    const kept = await Promise.all([
      store.find(deliveries, {}),
      store.find(inbox, {}),
      store.find(auditTrail, {}),
      store.find(linksCollection, {}),
    ])
    for (const some of kept) expect(some).not.to.deep.equal([])
    expect(JSON.stringify(kept)).not.to.include(token)
  })

  it('is made only where the installation knows its address', async () => {
    const { open, mailed, worker, store, received } = await world(engine, {})
    await open()
    expect(await mailed(worker)).to.deep.equal([])
    expect(received).to.have.length(2)
    expect(await store.find(linksCollection, {})).to.deep.equal([])
  })
})
