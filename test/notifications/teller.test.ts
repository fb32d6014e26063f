import { expect } from 'chai'
import { deliveries, inbox, newestFirst, preferences } from '../../src/notifications/collection.js'
import { defaultPreferences } from '../../src/notifications/model.js'
import { Teller } from '../../src/notifications/teller.js'
import { events } from '../../src/platform/records/index.js'
import type { DocumentStore } from '../../src/platform/store/index.js'
import { onEachStore } from '../each-store.js'
import { community, districtCode, regions } from '../feature-services.js'
import { accountsOf, actorOf, notificationWorld, type Person, people } from './world.js'

const here = { region: community, category: 'elderly.home-visit', organizationId: 'o-1' }

/** Who has heard of what, in the order of the inboxes. */
async function heard(store: DocumentStore): Promise<string[]> {
  const items = await store.find(inbox, {}, { limit: 1_000 })
  return items.map(({ account, topic }) => `${account} ${topic}`)
}

const smtp = { smtpUrl: 'smtp://127.0.0.1:9' }

onEachStore('an event', (engine) => {
  it('is told to those whom its topic names, by region and organisation, and to nobody else', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    await announce('referral.request', here)
    await announce('referral.receive', { ...here, reason: 'full' })
    await announce('referral.escalated', { ...here, level: 'street' })
    await announce('capacity.question', here)
    await notifications.settled()
    expect(await heard(store)).to.deep.equal([
      'u-manager referral.request',
      'u-worker referral.request',
      'u-committee referral.receive',
      'u-street referral.escalated',
      'u-manager capacity.question',
    ])
    expect(await store.count(events, {})).to.equal(0)
  })

  it('of a crisis reaches staff of all levels and every organisation that it names', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    await announce('need.crisis', here)
    await announce('need.crisis-call', { ...here, organizations: ['o-1', 'o-2'] })
    await notifications.settled()
    const told = (await heard(store)).map((line) => line.split(' ')[0]).toSorted()
    expect(told).to.deep.equal(
      ['u-committee', 'u-district', 'u-manager', 'u-other', 'u-street', 'u-worker'].toSorted(),
    )
  })

  it('is not told to whoever did it, and one account alone may be meant', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    await announce('referral.request', here, actorOf('u-manager'))
    await announce('identity.granted', { accountId: 'u-other' })
    await notifications.settled()
    expect(await heard(store)).to.deep.equal(['u-worker referral.request', 'u-other identity.granted'])
  })

  it('is told to the side that must act, and to both where nobody says which', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    await announce('referral.reminder', { ...here, owes: 'community' })
    await announce('referral.reminder', { ...here, owes: 'organisation' })
    await announce('referral.reminder', here)
    await notifications.settled()
    expect((await heard(store)).map((line) => line.split(' ')[0])).to.deep.equal([
      'u-committee',
      'u-manager',
      'u-worker',
      'u-committee',
      'u-manager',
      'u-worker',
    ])
  })

  it('that no topic knows is dropped and counted, and holds up nothing', async () => {
    const { store, announce, notifications, registry } = await notificationWorld(engine)
    await announce('need.renamed', here)
    await announce('constructor', here)
    await announce('referral.receive', here)
    await notifications.settled()
    expect(await heard(store)).to.deep.equal(['u-committee referral.receive'])
    expect(await registry.metrics()).to.include('duijie_events_unknown_total 2')
  })

  it('is kept without what might be words about a person', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    await announce('referral.receive', { ...here, reason: '王小明不在家', phone: '13800138000', count: 3 })
    await notifications.settled()
    const [item] = await store.find(inbox, {})
    expect(item?.facts).to.deep.equal({ ...here, count: 3 })
  })

  it('that matching suggests is not told to those who have refused it', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    await store.insert(preferences, { ...defaultPreferences('u-manager'), revision: 1, byMatching: false })
    await announce('match.suggested', here)
    await announce('referral.request', here)
    await notifications.settled()
    expect(await heard(store)).to.deep.equal([
      'u-worker match.suggested',
      'u-manager referral.request',
      'u-worker referral.request',
    ])
  })

  it('is mailed to those with an address, when they want it', async () => {
    const { store, announce, notifications } = await notificationWorld(engine, { settings: smtp })
    const quiet = { from: '09:00', to: '12:00' }
    await store.insert(preferences, { ...defaultPreferences('u-street'), revision: 1, quiet })
    await store.insert(preferences, {
      ...defaultPreferences('u-district'),
      revision: 1,
      mail: { rights: 'off' },
    })
    await announce('identity.pending', here)
    await announce('identity.granted', { accountId: 'u-worker' })
    await notifications.settled()
    const mails = await store.find(deliveries, { channel: 'mail', state: 'waiting' })
    // It is ten in the morning in Shanghai, and quiet there until noon.
    expect(mails.map(({ target, due }) => [target, due])).to.deep.equal([
      ['u-street', '2026-03-10T04:00:00.000Z'],
    ])
    expect(await heard(store)).to.have.length(3)
  })

  it('with more readers than fit into one transaction reaches each once, whichever process goes on', async () => {
    const crowd = Array.from(
      { length: 23 },
      (_, i): Person => ({ id: `u-${String(i).padStart(3, '0')}`, role: 'org-worker', organization: 'o-1' }),
    )
    const { store, announce, clock } = await notificationWorld(engine, { all: crowd })
    const telling = () =>
      new Teller({
        ...{ store, clock, timeZone: 'Asia/Shanghai', hasMail: false, pageSize: 5, district: districtCode },
        accounts: accountsOf([...crowd, ...people]),
        chainOf: (region) => regions.chain(region),
        onTold: () => undefined,
        onUnknown: () => undefined,
      })
    await announce('need.crisis-call', { ...here, organizations: ['o-1'] })
    await announce('referral.confirm', here)
    const all = async (teller: Teller) => {
      while (await teller.step());
    }
    await Promise.all([telling(), telling(), telling()].map(all))
    const lines = await heard(store)
    expect(lines).to.have.length(2 * (23 + 2))
    expect(new Set(lines).size).to.equal(lines.length)
    const items = await store.find(inbox, {}, { sort: newestFirst, limit: 1 })
    expect(items[0]?.id).to.equal(`ib-${String(lines.length).padStart(12, '0')}`)
  })
})
