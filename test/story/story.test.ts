import { expect } from 'chai'
import { verifyAudit } from '../../src/audit/index.js'
import { examine } from '../../src/cli/doctor.js'
import { organizationRecords } from '../../src/learning/collections.js'
import { type Running, start } from '../../src/main.js'
import { events } from '../../src/platform/records/index.js'
import { capacityMonths } from '../../src/referrals/index.js'
import { openWorkspace, type Workspace } from '../../src/workspace.js'
import { onEachStore } from '../each-store.js'
import { creditCodeNumber } from '../feature-drafts.js'
import { community, street } from '../feature-services.js'
import { HttpClient } from '../http-client.js'
import { at, done, get, post, type Shown, until } from './asking.js'
import { boy, companionship, day, mediating, month, trail, visiting, wu } from './facts.js'
import { comesIn, isIn } from './people.js'

interface Release extends Shown {
  readonly ground: string
}
interface Page<T> {
  readonly items: readonly T[]
}
interface Recommended extends Page<{ readonly id: string; readonly fit: string }> {
  readonly verdict: string
}
interface Notice {
  readonly topic: string
  readonly subject: string
  readonly isCrisis: boolean
}

onEachStore('the story of three needs', function (engine) {
  this.timeout(300_000)
  this.bail(true)
  const home = engine.makeHome()
  let workspace: Workspace
  let running: Running
  /** The residents' committee; staff of its street and of the district. */
  let committee: HttpClient
  let officer: HttpClient
  let district: HttpClient
  /** A manager and a worker of each of two organisations, a worker of a third. */
  let lantern: { id: string; visits: string; manager: HttpClient; worker: HttpClient; colleague: HttpClient }
  let sunny: { id: string; visits: string; children: string; worker: HttpClient }
  let bridge: { id: string; mediation: string; worker: HttpClient }
  let old: Shown
  let child: Shown
  let quarrel: Shown

  before(async () => {
    workspace = await openWorkspace(home.config())
    running = await start(home.config())
  })
  after(async () => {
    await running.stop()
    await workspace.close()
    await home.remove()
  })

  it('begins with people who sign in, and three organisations that say what they offer', async () => {
    const { url } = running
    committee = await comesIn(workspace, url, { role: 'committee', region: community }, 'zhou.min')
    officer = await isIn(workspace, url, { role: 'street', region: street })
    district = await isIn(workspace, url, { role: 'district' })
    const [first, second, third] = [
      await enters(1, '岭上灯'),
      await enters(2, '向阳'),
      await enters(3, '和桥'),
    ]
    const worksAt = (organization: string) => isIn(workspace, url, { role: 'org-worker', organization })
    const manager = await isIn(workspace, url, { role: 'org-manager', organization: first })
    lantern = {
      ...{ id: first, manager },
      worker: await comesIn(workspace, url, { role: 'org-worker', organization: first }, 'he.jun'),
      colleague: await worksAt(first),
      visits: await publishes(manager, first, visiting),
    }
    const atSunny = await worksAt(second)
    sunny = {
      ...{ id: second, worker: atSunny },
      visits: await publishes(atSunny, second, visiting),
      children: await publishes(atSunny, second, companionship),
    }
    const atBridge = await worksAt(third)
    bridge = { id: third, worker: atBridge, mediation: await publishes(atBridge, third, mediating) }
    await running.settled()
  })

  it('the committee posts that a woman of 79 lives alone, and her name goes no further', async () => {
    old = await post<Shown>(committee, '/needs', {
      region: community,
      text: '吴桂英79岁，一个人住，腿脚不便，电话13800138012，想有人每周上门陪她说说话。',
      beneficiaries: { count: 1, ages: { from: 79, to: 79 } },
      amount: { value: 8, unit: 'visit' },
      source: 'visit',
      identity: wu,
    })
    expect(old).to.deep.include({ state: 'open', hotlines: [] })
    for (const told of [wu.name, wu.phone]) expect(JSON.stringify(old)).not.to.include(told)
  })

  it('it posts that a boy’s father is in prison, and strangers see no more than a category', async () => {
    child = await post<Shown>(committee, '/needs', {
      region: community,
      text: '9岁男孩，父亲在监狱服刑，母亲打两份工，放学后没人陪，需要有人陪伴和心理辅导。',
      beneficiaries: { count: 1, ages: { from: 9, to: 9 } },
      amount: { value: 1, unit: 'case' },
      source: 'grid-worker',
      identity: boy,
    })
    await running.settled()
    expect(child.state).to.equal('open')
    expect((await committee.ask(`/api/v1/needs/${child.id}`)).text).to.include('服刑')
    // Not even that it exists, until an offering of theirs fits it.
    expect((await bridge.worker.refused(`/api/v1/needs/${child.id}`)).status).to.equal(404)
  })

  it('it posts a quarrel in which a knife was drawn: whom to call is said at once, and everybody is told', async () => {
    quarrel = await post<Shown>(committee, '/needs', {
      region: community,
      text: '楼上楼下两户邻居因为漏水吵了半年，昨晚一方拿刀上门，需要马上调解。',
      beneficiaries: { count: 2 },
      amount: { value: 1, unit: 'case' },
      source: 'hotline',
    })
    expect(quarrel).to.have.nested.property('urgency.level', 'crisis')
    expect(quarrel.hotlines?.map(({ number }) => number)).to.deep.equal(['110', '119', '120'])
    const noticed = async (who: HttpClient, topic: string) =>
      (await inboxOf(who)).some((one) => one.topic === topic && one.subject === quarrel.id && one.isCrisis)
    // Whoever did something is not told of it.
    for (const staff of [officer, district]) await until(() => noticed(staff, 'need.crisis'))
    await until(() => noticed(bridge.worker, 'need.crisis-call'))
  })

  it('each is recommended what it needs', async () => {
    for (const [need, offerings] of [
      [old, [lantern.visits, sunny.visits]],
      [child, [sunny.children]],
      [quarrel, [bridge.mediation]],
    ] as const) {
      const { verdict, items } = await get<Recommended>(committee, `/needs/${need.id}/recommendations`)
      expect(verdict).to.equal('matched')
      const best = items.slice(0, offerings.length).map(({ id }) => id)
      expect(best).to.have.members(offerings)
    }
  })

  it('the first organisation is asked for the visits, and declines: its places are full', async () => {
    const asked = await asks(old, lantern.visits)
    expect(asked).to.include({ stage: 'requested', quantity: 8, owes: 'organisation' })
    const received = await done(lantern.worker, asked, 'receive')
    const body = { reason: { code: 'full' } }
    const rejected = await done(lantern.worker, received, 'reject', body)
    expect(rejected).to.deep.include({ stage: 'rejected', reason: { code: 'full', by: 'organisation' } })
    expect(await progressOf(old)).to.include({ state: 'open', open: 8, pending: 0 })
  })

  let visits: Shown

  it('both are asked now, and accept in the same moment: one gets all, the other is told that it is taken', async () => {
    const [first, second] = [await asks(old, lantern.visits), await asks(old, sunny.visits)]
    expect(await progressOf(old)).to.include({ open: 8, pending: 16 })
    const answers = await Promise.all([
      accepts(lantern.worker, first),
      accepts(lantern.colleague, first),
      accepts(sunny.worker, second),
    ])
    const [byWorker, byColleague, bySunny] = answers.map(({ status }) => status)
    const won = answers.filter(({ status }) => status === 200)
    expect(won, answers.map(({ text }) => text).join('\n')).to.have.length(1)
    visits = won[0]?.body as Shown
    if (bySunny === 200) {
      expect([byWorker, byColleague]).to.deep.equal([409, 409])
      await done(committee, await read(first), 'cancel', { reason: { code: 'solved-elsewhere' } })
    } else {
      expect([byWorker, byColleague].sort(), 'the second worker is too late').to.deep.equal([200, 412])
      expect(bySunny).to.equal(409)
      await done(committee, await read(second), 'cancel', { reason: { code: 'solved-elsewhere' } })
    }
    expect(await progressOf(old)).to.include({ state: 'matched', open: 0, pending: 0, reserved: 8 })
  })

  it('who she is stays closed until she consents, and then opens to those who serve her only', async () => {
    const { server, others } = whoServes()
    const asking = { json: { purpose: '上门前联系本人' } }
    const path = `/api/v1/needs/${old.id}/identity`
    expect((await server.refused(`${path}/releases`, asking)).status).to.equal(409)
    await post(committee, `/needs/${old.id}/consents`, {
      ...{
        by: 'self',
        form: 'oral',
        purpose: '由承接机构上门探访',
        givenOn: '2026-03-01',
        witness: '网格员',
      },
    })
    const release = await server.ask<Release>(`${path}/releases`, asking)
    expect(release.body).to.include({ state: 'granted', ground: 'referral' })
    expect((await server.ask(path)).body).to.deep.nested.include({ person: wu })
    expect((await others.refused(path)).status).to.equal(404)
  })

  let company: Shown

  it('the boy’s organisation accepts, and sees who he is only after a second person approved', async () => {
    const asked = await asks(child, sunny.children)
    company = await done(sunny.worker, asked, 'accept', {})
    const path = `/api/v1/needs/${child.id}/identity`
    const asking = { json: { purpose: '上门陪伴前联系监护人' } }
    const own = { by: 'self', form: 'written', purpose: '由承接机构陪伴', givenOn: '2026-03-01' }
    const consents = `/needs/${child.id}/consents`
    expect((await committee.refused(`/api/v1${consents}`, { json: own })).status).to.equal(422)
    await post(committee, consents, { ...own, by: 'guardian', giver: '陈燕' })
    const { body: release } = await sunny.worker.ask<Release>(`${path}/releases`, asking)
    expect(release.state).to.equal('pending')
    expect((await sunny.worker.refused(path)).status).to.equal(403)
    const approval = { method: 'POST', json: { reason: '已核实用途' }, headers: at(release) }
    const to = `/api/v1/identity-releases/${release.id}/approve`
    expect((await sunny.worker.refused(to, approval)).status).to.equal(403)
    expect((await officer.ask(to, approval)).body).to.include({ state: 'granted' })
    expect((await sunny.worker.ask(path)).body).to.deep.nested.include({ person: boy })
    // The committee, too, is shown a protected person by two.
    const wanted = await post<Release>(committee, `/needs/${child.id}/identity/releases`, asking.json)
    expect(wanted.state).to.equal('pending')
    const self = await committee.refused(`/api/v1/identity-releases/${wanted.id}/approve`, {
      ...approval,
      headers: at(wanted),
    })
    expect(self.status).to.equal(409)
  })

  let peace: Shown

  it('the mediators apply by themselves for the quarrel, and the committee takes them', async () => {
    const opening = { how: 'apply', offeringId: bridge.mediation, plannedStart: day }
    const applied = await post<Shown>(bridge.worker, `/needs/${quarrel.id}/referrals`, opening)
    expect(applied).to.include({ stage: 'applied', owes: 'community' })
    peace = await done(bridge.worker, await done(committee, applied, 'accept', {}), 'begin')
  })

  it('what is done is recorded; one visit too many is disputed, corrected, and confirmed with a rating', async () => {
    const { server, id: organizationId } = whoServes()
    visits = await done(server, visits, 'begin')
    const record = {
      ...{ organizationId, region: community, category: 'elderly.home-visit', referralId: visits.id },
    }
    const visit = (count: number, on: string) => ({
      ...{ ...record, day: on, work: { kind: 'visit', visits: count, persons: 1, minutes: count * 60 } },
    })
    await post(server, '/service-records', visit(5, '2026-02-10'))
    const second = await post<Shown>(server, '/service-records', visit(3, '2026-03-02'))
    const report = (delivered: number, goal: string) => ({ report: { delivered, on: '2026-03-02', goal } })
    visits = await done(server, visits, 'report', report(8, 'full'))
    visits = await done(committee, visits, 'dispute', { why: '三月只来过两次' })
    expect(visits).to.include({ stage: 'disputed', closing: 'disputed' })
    const correction = { record: visit(2, '2026-03-02'), reason: '多记一次' }
    await post(server, `/service-records/${second.id}/correct`, correction, second)
    visits = await done(server, visits, 'report', report(7, 'part'))
    const rating = { came: true, onTime: true, goal: 'part', stars: 4 }
    visits = await done(committee, visits, 'confirm', { rating })
    expect(visits).to.include({ stage: 'confirmed', delivered: 7 })
    expect(await progressOf(old)).to.include({ state: 'open', asked: 8, open: 1, delivered: 7 })
  })

  it('the quarrel ends in an agreement; the boy’s company is confirmed, and rated by his guardian with a code, once', async () => {
    const mediated = { kind: 'mediation', mediations: 1, agreed: 1 }
    const recorded = { region: community, category: 'mediation.neighbour.leak', day: '2026-03-03' }
    await post(bridge.worker, '/service-records', {
      ...{ ...recorded, organizationId: bridge.id, referralId: peace.id, work: mediated },
    })
    const report = { report: { delivered: 1, on: '2026-03-03', goal: 'full' } }
    peace = await done(bridge.worker, peace, 'report', report)
    peace = await done(committee, peace, 'confirm', { rating: { came: true, onTime: false, goal: 'full' } })
    company = await done(sunny.worker, company, 'begin')
    company = await done(sunny.worker, company, 'report', report)
    const { code } = await post<{ code: string }>(committee, `/referrals/${company.id}/code`)
    company = await done(committee, company, 'confirm', {})
    const word = { choice: 'confirm', values: { came: 'yes', onTime: 'yes', goal: 'full' } }
    const guardian = new HttpClient(running.url)
    expect((await guardian.ask(`/api/v1/links/${code}`, { json: word })).status).to.equal(200)
    expect((await guardian.refused(`/api/v1/links/${code}`, { json: word })).status).to.equal(404)
    company = await read(company)
    for (const need of [quarrel, child]) {
      expect(await progressOf(need)).to.include({ state: 'met', open: 0, delivered: 1 })
    }
  })

  it('each side has heard of what the others did, and of nothing else', async () => {
    await until(async () => (await workspace.store.count(events, {})) === 0)
    const heard = async (who: HttpClient, subject: Shown) =>
      (await inboxOf(who)).filter((notice) => notice.subject === subject.id).map(({ topic }) => topic)
    const told = (...actions: string[]) => actions.map((action) => `referral.${action}`)
    const { server } = whoServes()
    expect(await heard(server, visits)).to.have.members(told('request', 'dispute', 'confirm'))
    expect(await heard(committee, visits)).to.have.members(told('accept', 'begin', 'report', 'report'))
    expect(await heard(officer, visits)).to.deep.equal(told('dispute'))
    expect(await heard(bridge.worker, peace)).to.have.members(told('accept', 'confirm'))
    expect(await heard(committee, peace)).to.have.members(told('apply', 'begin', 'report'))
    expect(await heard(sunny.worker, company)).to.have.members(told('request', 'confirm', 'rate'))
    expect(await heard(bridge.worker, company)).to.deep.equal([])
  })

  it('all totals are right to the digit', async () => {
    const { id } = whoServes()
    const months = await workspace.store.find(capacityMonths, { month })
    const taken = months.filter((one) => one.taken > 0)
    expect(
      taken.map(({ offeringId, ...counts }) => [offeringId, counts.taken, counts.pending]),
    ).to.have.deep.members([
      [whoServes().offering, 7, 0],
      [sunny.children, 1, 0],
      [bridge.mediation, 1, 0],
    ])
    expect(months.reduce((sum, { pending }) => sum + pending, 0)).to.equal(0)
    const totals = await get<{ total: { kind: string }[] }>(
      committee,
      '/service-totals?from=2026-01&to=2026-12',
    )
    expect(totals.total).to.have.deep.members([
      { kind: 'visit', records: 2, figures: { visits: 7, persons: 2, minutes: 420 } },
      { kind: 'mediation', records: 1, figures: { mediations: 1, agreed: 1 } },
    ])
    const records = await workspace.store.getMany(organizationRecords, [lantern.id, sunny.id, bridge.id])
    const count = (of: string) => {
      const found = records.find((one) => one.id === of)
      const { accepted, declined, completed, ratings, points } = found ?? zero
      return { accepted, declined, completed, ratings, points }
    }
    const served: Record<string, typeof zero> = {
      [sunny.id]: { accepted: 1, declined: 0, completed: 1, ratings: 1, points: 8 },
    }
    const visited = { accepted: 1, completed: 1, ratings: 1, points: 6 }
    served[id] = sum(served[id] ?? zero, { ...zero, ...visited })
    served[lantern.id] = sum(served[lantern.id] ?? zero, { ...zero, declined: 1 })
    for (const [of, expected] of Object.entries(served)) expect(count(of)).to.deep.equal(expected)
    expect(count(bridge.id)).to.deep.equal({ ...zero, completed: 1, ratings: 1, points: 6 })
  })

  it('the trail says who did what, as often as it was done, under seals that hold', async () => {
    const auditor = await isIn(workspace, running.url, { role: 'auditor' })
    await running.settled()
    const counts: Record<string, number> = {}
    const { items } = await get<Page<{ action: string }>>(auditor, '/audit?limit=100')
    for (const { action } of items) counts[action] = (counts[action] ?? 0) + 1
    expect(counts).to.deep.equal(trail)
    expect(await verifyAudit(workspace.store))
      .to.include({ waiting: 0 })
      .and.to.deep.include({ problems: [] })
    const { healthy, invariants } = await examine(workspace, { deep: true })
    expect({ healthy, invariants }).to.deep.equal({ healthy: true, invariants: [] })
  })

  const zero = { accepted: 0, declined: 0, completed: 0, ratings: 0, points: 0 }
  const sum = (a: typeof zero, b: typeof zero): typeof zero => ({
    ...{ accepted: a.accepted + b.accepted, declined: a.declined + b.declined },
    ...{ completed: a.completed + b.completed, ratings: a.ratings + b.ratings, points: a.points + b.points },
  })

  /** Whoever won the race for the visits. */
  function whoServes() {
    const isLantern = visits.organizationId === lantern.id
    const [mine, other] = isLantern ? [lantern, sunny] : [sunny, lantern]
    return { id: mine.id, offering: mine.visits, server: mine.worker, others: other.worker }
  }

  async function enters(number: number, name: string): Promise<string> {
    const track = { kind: 'registered', creditCode: creditCodeNumber(number) }
    const fields = { name: `龙岗区${name}社工服务中心`, type: 'service-institution', track }
    const place = { activity: 'living-services', homeRegion: street }
    return (await post<Shown>(district, '/organizations', { ...fields, ...place })).id
  }

  async function publishes(who: HttpClient, organizationId: string, offering: object): Promise<string> {
    const draft = {
      ...offering,
      organizationId,
      coverage: [street],
      modes: ['home-visit'],
      state: 'published',
    }
    return (await post<Shown>(who, '/offerings', draft)).id
  }

  const asks = (need: Shown, offeringId: string) =>
    post<Shown>(committee, `/needs/${need.id}/referrals`, { how: 'request', offeringId, plannedStart: day })

  const accepts = (who: HttpClient, referral: Shown) =>
    who.ask<Shown>(`/api/v1/referrals/${referral.id}/accept`, { json: {}, headers: at(referral) })

  const read = ({ id }: Shown) => get<Shown>(committee, `/referrals/${id}`)
  const progressOf = ({ id }: Shown) => get<object>(committee, `/needs/${id}/progress`)
  const inboxOf = async (who: HttpClient) => (await get<Page<Notice>>(who, '/inbox?limit=100')).items
})
