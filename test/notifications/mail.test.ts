import { expect } from 'chai'
import { deliveries, preferences } from '../../src/notifications/collection.js'
import { openMailer } from '../../src/notifications/mail/mailer.js'
import { type Delivery, defaultPreferences } from '../../src/notifications/model.js'
import type { DocumentStore } from '../../src/platform/store/index.js'
import { onEachStore } from '../each-store.js'
import { community } from '../feature-services.js'
import { onCleanup } from '../setup.js'
import { mailServer, partsOf } from './mail-server.js'
import { notificationWorld, type Person, people } from './world.js'

const header = (source: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(source)?.[1]?.replace(/\r\n[ \t]+/g, ' ')

const sent = (store: DocumentStore) =>
  store.find(deliveries, { channel: 'mail' }, { sort: { field: 'at', direction: 'asc' } })
const facts = { organizationId: 'o-1' }
const hour = 3_600_000
const from = 'duijie@longgang.example.org'

onEachStore('mail', (engine) => {
  it('reaches those with an address, in their language, as text and as HTML, with a link', async () => {
    const { received, smtpUrl } = await mailServer()
    const settings = { smtpUrl, mailFrom: from, publicUrl: 'https://duijie.example.org' }
    const { store, announce, notifications } = await notificationWorld(engine, { settings })
    await store.insert(preferences, { ...defaultPreferences('u-manager', 'en'), revision: 1 })
    await announce('referral.request', { region: community, ...facts, dueAt: '2026-03-11T02:00:00.000Z' })
    await announce('referral.accept', { region: community })
    await notifications.settled()
    const byReader = new Map(received.map(({ to, source }) => [to.join(), source]))
    expect([...byReader.keys()].toSorted()).to.deep.equal(['committee@example.org', 'manager@example.org'])
    const english = byReader.get('manager@example.org') ?? ''
    expect(header(english, 'from')).to.equal(from)
    expect(header(english, 'auto-submitted')).to.equal('auto-generated')
    expect(header(english, 'content-type')).to.include('multipart/alternative')
    expect(partsOf(english)).to.include('receive it by 2026-03-11 10:00')
    expect(partsOf(english)).to.include('https://duijie.example.org/referrals/r-1')
    expect(partsOf(english)).to.include('<html lang="en">')
    expect(partsOf(byReader.get('committee@example.org') ?? '')).to.include('对接单 r-1 已接单')
    expect((await sent(store)).map(({ state, attempts, error }) => [state, attempts, error])).to.deep.equal([
      ['delivered', 0, undefined],
      ['delivered', 0, undefined],
    ])
  })

  it('is tried again after a refusal for now, later and later, with the same Message-ID', async () => {
    let code: number | undefined = 451
    const { received, smtpUrl } = await mailServer(() => code)
    const { store, announce, notifications, advance, clock } = await notificationWorld(engine, {
      settings: { smtpUrl, mailFrom: from },
    })
    await announce('referral.confirm', facts)
    await notifications.settled()
    const pauses: number[] = []
    for (let i = 0; i < 3; i++) {
      const [waiting] = await sent(store)
      expect(waiting).to.deep.include({ state: 'waiting', attempts: i + 1, error: 'smtp.451' })
      pauses.push(Date.parse(waiting?.due ?? '') - clock.now().getTime())
      await notifications.settled()
      expect((await sent(store))[0]?.attempts, 'not before it is due').to.equal(i + 1)
      advance((pauses.at(-1) ?? 0) + 1)
      if (i === 2) code = undefined
      await notifications.settled()
    }
    expect(pauses[0]).to.be.within(15_000, 30_000)
    expect(pauses[2]).to.be.within(60_000, 120_000)
    expect(received).to.have.length(1)
    const [delivered] = await sent(store)
    expect(delivered).to.deep.include({ state: 'delivered', attempts: 3 })

    // As after a death between the answer and the note of it.
    const again = { ...(delivered as Delivery), state: 'waiting' as const, due: clock.now().toISOString() }
    await store.replace(deliveries, again, again.revision)
    await notifications.settled()
    const ids = received.map(({ source }) => header(source, 'message-id'))
    expect(ids).to.have.length(2)
    expect(ids[0]).to.match(/^<[0-9a-f]{40}@longgang\.example\.org>$/)
    expect(new Set(ids).size).to.equal(1)
  })

  it('is given up at once when it is refused for good, with the code and nothing of the text', async () => {
    const { smtpUrl } = await mailServer(() => 550)
    const { store, announce, notifications } = await notificationWorld(engine, { settings: { smtpUrl } })
    await announce('referral.confirm', facts)
    await notifications.settled()
    const all = await sent(store)
    expect(all[0]).to.deep.include({ state: 'given-up', attempts: 1, error: 'smtp.550' })
    expect(JSON.stringify(all)).not.to.match(/王|example\.org/)
  })

  it('survives a server that is away for hours, and is given up after eighteen attempts', async () => {
    const { smtpUrl, close } = await mailServer()
    await close()
    const { store, announce, notifications, advance } = await notificationWorld(engine, {
      settings: { smtpUrl },
    })
    await announce('referral.confirm', facts)
    await notifications.settled()
    for (let i = 0; i < 16; i++) {
      expect((await sent(store))[0]).to.deep.include({ state: 'waiting', error: 'smtp.ESOCKET' })
      advance(hour)
      await notifications.settled()
    }
    expect((await sent(store))[0]).to.deep.include({ state: 'waiting', attempts: 17 })
    advance(hour)
    await notifications.settled()
    expect((await sent(store))[0]).to.deep.include({ state: 'given-up', attempts: 18 })
  })

  it('gathers what came in quiet hours into one, and lets a crisis through', async () => {
    const { received, smtpUrl } = await mailServer()
    const { store, announce, notifications, advance } = await notificationWorld(engine, {
      settings: { smtpUrl },
    })
    const quiet = { from: '09:00', to: '12:00' }
    await store.insert(preferences, { ...defaultPreferences('u-committee'), revision: 1, quiet })
    for (const name of ['referral.receive', 'referral.accept', 'referral.begin'])
      await announce(name, { region: community })
    await announce('need.crisis', { region: community }, undefined, 'n-1')
    await notifications.settled()
    const mine = () => received.filter(({ to }) => to.includes('committee@example.org'))
    expect(mine()).to.have.length(1)
    expect(partsOf(mine()[0]?.source ?? '')).to.include('危机需求 n-1')
    advance(2 * hour)
    await notifications.settled()
    expect(mine()).to.have.length(2)
    const gathered = partsOf(mine()[1]?.source ?? '')
    for (const word of ['已签收', '已接单', '已开始服务']) expect(gathered).to.include(word)
  })

  it('is not sent to an account that is gone, and the next one is', async () => {
    const { received, smtpUrl } = await mailServer()
    const all: Person[] = [...people]
    const { store, announce, notifications, advance } = await notificationWorld(engine, {
      settings: { smtpUrl },
      all,
    })
    const quiet = { from: '09:00', to: '10:30' }
    await store.insert(preferences, { ...defaultPreferences('u-manager'), revision: 1, quiet })
    await announce('referral.confirm', facts)
    await announce('referral.accept', { region: community })
    await notifications.settled()
    expect(received.map(({ to }) => to)).to.deep.equal([['committee@example.org']])
    await store.insert(preferences, { ...defaultPreferences('u-gone'), revision: 1 })
    const [waiting] = (await sent(store)).filter(({ state }) => state === 'waiting')
    await store.replace(deliveries, { ...(waiting as Delivery), target: 'u-gone' }, 1)
    advance(hour)
    await notifications.settled()
    expect((await sent(store)).map(({ error }) => error)).to.include('account.gone')
  })
})

describe('a mailer', () => {
  const mail = { messageId: '<a@b>', subject: 's', text: 't', html: '<p>t</p>' }

  it('takes no address that could carry a header, a command or a list', async () => {
    const { received, smtpUrl } = await mailServer()
    const mailer = openMailer({ url: smtpUrl, from })
    onCleanup(() => mailer.close())
    const wrong = [
      'a@example.org\r\nBcc: b@example.org',
      'a@example.org, b@example.org',
      'a@example.org>\r\nRCPT TO:<b@example.org',
      '"a b"@example.org',
      'Zhang <a@example.org>',
      'a@',
    ]
    for (const address of wrong) {
      expect(await mailer.send(address, mail)).to.deep.equal({
        ok: false,
        error: 'address.invalid',
        isFinal: true,
      })
    }
    expect(
      await mailer.send('a+b@example.org', { ...mail, subject: 'x\r\nBcc: b@example.org' }),
    ).to.deep.equal({
      ok: true,
    })
    expect(received).to.have.length(1)
    expect(received[0]?.to).to.deep.equal(['a+b@example.org'])
    expect(header(received[0]?.source ?? '', 'bcc')).to.equal(undefined)
  })

  it('does not wait for ever for a server that says nothing', async () => {
    const { smtpUrl } = await mailServer(undefined, { onConnect: () => undefined })
    const mailer = openMailer({ url: smtpUrl, from, timeoutMs: 50 })
    onCleanup(() => mailer.close())
    expect(await mailer.send('a@example.org', mail)).to.deep.equal({
      ok: false,
      error: 'smtp.ETIMEDOUT',
      isFinal: false,
    })
  })
})
