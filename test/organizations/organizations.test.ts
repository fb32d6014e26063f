import { expect } from 'chai'
import { gradeOn, mayServe } from '../../src/organizations/index.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { anOffering, anOrganization, creditCodeNumber } from '../feature-drafts.js'
import { actor, community, elsewhere, featureServices, street } from '../feature-services.js'
import { refusalOf } from '../refusals.js'

onEachStore('organisations', (engine) => {
  it('keep what was entered, with stamps', async () => {
    const { organizations } = await featureServices(engine)
    const made = await organizations.create(anOrganization(), actor)
    expect(made).to.include({ revision: 1, createdBy: 'tester', createdAt: '2026-03-10T02:00:00.000Z' })
    expect(JSON.parse((await organizations.getRaw(made.id, actor)).json)).to.deep.equal(made)
  })

  it('name every wrong field at once', async () => {
    const { organizations } = await featureServices(engine)
    const draft = anOrganization({
      track: { kind: 'registered', creditCode: '91310115MA1G4L1WXK' },
      homeRegion: '999999999999',
      evaluation: { grade: '3A', grantedOn: '2026-01-01', validTo: '2025-01-01' },
    })
    expect(await refusalOf(() => organizations.create(draft, actor))).to.deep.equal([
      'track.creditCode: creditCode.invalid',
      'evaluation.validTo: range.reversed',
      'homeRegion: region.unknown',
    ])
  })

  it('may be filed when they are community groups only', async () => {
    const { organizations } = await featureServices(engine)
    const track = { kind: 'filed', filingNumber: '备案-1' } as const
    expect(await refusalOf(() => organizations.create(anOrganization({ track }), actor))).to.deep.equal([
      'track.kind: track.filed',
    ])
    const group = await organizations.create(anOrganization({ track, type: 'community-group' }), actor)
    expect(group.track).to.deep.equal(track)
  })

  it('are unique by credit code and by filing number, also when one is changed', async () => {
    const { organizations } = await featureServices(engine)
    await organizations.create(anOrganization(), actor)
    expect(await refusalOf(() => organizations.create(anOrganization({ name: '同号' }), actor))).to.include(
      'key.taken',
    )
    const filed = { kind: 'filed', filingNumber: '备案-1' } as const
    const group = anOrganization({ type: 'community-group', track: filed })
    await organizations.create(group, actor)
    expect(await refusalOf(() => organizations.create(group, actor))).to.include('key.taken')
    const other = await organizations.create(
      anOrganization({ track: { kind: 'registered', creditCode: creditCodeNumber(2) } }),
      actor,
    )
    const { standing: _, ...change } = anOrganization()
    expect(await refusalOf(() => organizations.amend(other.id, 1, change, actor))).to.include('key.taken')
  })

  it('change standing by a decision whose reason is kept, and never by a change', async () => {
    const { organizations, store } = await featureServices(engine)
    const { id } = await organizations.create(anOrganization(), actor)
    const suspended = await organizations.setStanding(id, 1, 'suspended', '未参加年度检查', actor)
    expect(suspended).to.include({ standing: 'suspended', revision: 2 })
    expect(mayServe(suspended)).to.equal(false)
    const { standing: _, ...change } = anOrganization({ name: '改名后的中心' })
    expect(await organizations.amend(id, 2, change, actor)).to.include({
      standing: 'suspended',
      name: '改名后的中心',
    })
    const trail = await store.find(auditTrail, { subjects: id })
    expect(trail.map(({ action, reason }) => [action, reason])).to.deep.include([
      'organization.standing',
      '未参加年度检查',
    ])
    expect(
      await refusalOf(() => organizations.setStanding(id, 3, 'suspended', '再来一次', actor)),
    ).to.include('state.refused')
  })

  it('stay while they have offerings', async () => {
    const { organizations, offerings } = await featureServices(engine)
    const { id } = await organizations.create(anOrganization(), actor)
    const offering = await offerings.create(anOffering(id), actor)
    expect(await refusalOf(() => organizations.remove(id, 1, actor))).to.deep.equal([
      'state.refused',
      'it has offerings',
    ])
    await offerings.remove(offering.id, 1, actor)
    await organizations.remove(id, 1, actor)
    expect(await organizations.getMany([id])).to.deep.equal([])
  })

  it('are found by where they are at home, and by words', async () => {
    const services = await featureServices(engine)
    const { organizations } = services
    const home = await organizations.create(anOrganization({ homeRegion: community }), actor)
    const track = { kind: 'registered', creditCode: creditCodeNumber(2) } as const
    await organizations.create(anOrganization({ name: '别处的中心', homeRegion: elsewhere, track }), actor)
    await services.index()
    const listed = await organizations.list({ region: street, standing: ['active'] }, {}, actor)
    expect(listed.map(({ id }) => id)).to.deep.equal([home.id])
    const found = await organizations.search({ region: street }, { text: '中心', facets: ['type'] }, actor)
    expect(found.items.map(({ id }) => id)).to.deep.equal([home.id])
    expect(found.facets.type).to.deep.equal([{ value: 'service-institution', count: 1 }])
    expect(found.items[0]?.highlights.name).to.deep.include({ text: '中心', hit: true })
    expect(await refusalOf(() => organizations.list({ region: '1' }, {}, actor))).to.deep.equal([
      'region: region.unknown',
    ])
  })

  it('count their grade only while it is valid', () => {
    const evaluation = { grade: '4A', grantedOn: '2021-06-01', validTo: '2026-05-31' } as const
    expect(gradeOn({ evaluation }, '2026-05-31')).to.equal('4A')
    expect(gradeOn({ evaluation }, '2026-06-01')).to.equal(undefined)
    expect(gradeOn({ evaluation }, '2021-05-31')).to.equal(undefined)
  })

  it('are imported once, and foresee a taken code in a trial run', async () => {
    const { organizations } = await featureServices(engine)
    await organizations.create(anOrganization(), actor)
    const row = (externalId: string, number: number) => ({
      externalId,
      fields: { ...anOrganization(), track: { kind: 'registered', creditCode: creditCodeNumber(number) } },
    })
    const rows = [row('a', 2), row('b', 1)]
    const trial = await organizations.importMany(rows, actor, { apply: false })
    expect(trial.map(({ outcome }) => outcome)).to.deep.equal(['created', 'rejected'])
    expect(trial[1]?.errors).to.deep.equal([{ field: 'track.creditCode', code: 'key.taken' }])
    expect(await organizations.records.find({ externalId: 'a' })).to.deep.equal([])
    const applied = await organizations.importMany(rows, actor, { apply: true })
    expect(applied.map(({ outcome }) => outcome)).to.deep.equal(['created', 'rejected'])
    const again = await organizations.importMany(rows, actor, { apply: true })
    expect(again.map(({ outcome }) => outcome)).to.deep.equal(['unchanged', 'rejected'])
  })
})
