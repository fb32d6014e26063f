import { expect } from 'chai'
import { demoPassword } from '../../src/demo/index.js'
import { type Running, start } from '../../src/main.js'
import { onEachStore } from '../each-store.js'
import { HttpClient } from '../http-client.js'

interface Page<T> {
  readonly items: readonly T[]
}
interface Referral {
  readonly id: string
  readonly stage: string
}
interface Offering {
  readonly id: string
  readonly title: string
}
interface Month {
  readonly taken: number
  readonly pending: number
  readonly left: number
}

/** Everything between asked for and confirmed, but what was given up. */
const running = [
  'requested',
  'applied',
  'received',
  'accepted',
  'on-hold',
  'in-progress',
  'reported',
  'disputed',
]

onEachStore('what the demo accounts find at work', function (engine) {
  this.timeout(300_000)
  const home = engine.makeHome()
  let server: Running
  let manager: HttpClient
  let committee: HttpClient

  before(async () => {
    server = await start(home.config({ demo: true }))
    await server.settled()
    ;[manager, committee] = await Promise.all([signedIn('manager'), signedIn('changlong')])
  })
  after(async () => {
    await server.stop()
    await home.remove()
  })

  it('the organisation has a referral in each stage in which one can be, and some that were confirmed', async () => {
    const stages = (await referrals(manager)).map(({ stage }) => stage)
    expect(stages).to.include.members(running)
    expect(stages.filter((stage) => stage === 'confirmed').length).to.be.at.least(4)
  })

  it('at least six open needs fit well what it offers', async () => {
    const { items } = await get<Page<unknown>>(manager, '/matching-needs?fit=strong')
    expect(items.length).to.be.at.least(6)
  })

  it('both are told of what waits for their answer', async () => {
    const topicsOf = async (who: HttpClient) => {
      const { items } = await get<Page<{ topic: string }>>(who, '/inbox?unread=true&limit=100')
      return items.map(({ topic }) => topic)
    }
    expect(await topicsOf(manager)).to.include.members(['referral.request', 'referral.dispute'])
    expect(await topicsOf(committee)).to.include.members(['referral.apply', 'referral.report'])
  })

  it('the committee has a need in each column of its board, and referrals that the organisation also sees', async () => {
    for (const state of ['open', 'matched', 'in-service', 'met', 'withdrawn']) {
      const { items } = await get<Page<unknown>>(committee, `/needs?state=${state}&limit=1`)
      expect(items, state).to.have.length(1)
    }
    const own = new Set((await referrals(committee)).map(({ id }) => id))
    const shared = (await referrals(manager)).filter(({ id }) => own.has(id))
    expect(shared.map(({ stage }) => stage)).to.include.members([
      'requested',
      'applied',
      'in-progress',
      'reported',
    ])
  })

  it('some places of an offering are taken and asked for, and some are left', async () => {
    const title = '亲子沟通夜谈'
    const { items } = await get<Page<Offering>>(manager, `/offerings?q=${encodeURIComponent(title)}&limit=1`)
    const [evenings] = items
    expect(evenings).to.include({ title })
    const { months } = await get<{ months: readonly Month[] }>(manager, `/offerings/${evenings?.id}/capacity`)
    const sum = (of: 'taken' | 'pending') => months.reduce((all, month) => all + month[of], 0)
    expect(sum('taken')).to.be.above(0)
    expect(sum('pending')).to.be.above(0)
    for (const { left } of months) expect(left).to.be.above(0)
  })

  async function signedIn(name: string): Promise<HttpClient> {
    const http = new HttpClient(server.url)
    const reply = await http.ask('/api/v1/session', { json: { name, password: demoPassword } })
    const [cookie = ''] = (reply.headers.get('set-cookie') ?? '').split(';')
    return http.with({ cookie })
  }

  async function get<T>(who: HttpClient, path: string): Promise<T> {
    const { status, body, text } = await who.ask<T>(`/api/v1${path}`)
    expect(status, text).to.equal(200)
    return body
  }

  async function referrals(who: HttpClient): Promise<readonly Referral[]> {
    return (await get<Page<Referral>>(who, '/referrals?limit=100')).items
  }
})
