import { expect } from 'chai'
import fc from 'fast-check'
import { confirmBy, type Offering, type OfferingState, offeringStates } from '../../src/offerings/index.js'
import { moveOffering, offeringTransitions } from '../../src/offerings/model.js'
import { type Engine, onEachStore } from '../each-store.js'
import { anOffering, anOrganization, creditCodeNumber } from '../feature-drafts.js'
import { actor, community, elsewhere, featureServices, street } from '../feature-services.js'
import { refusalOf } from '../refusals.js'

async function withOrganization(engine: Engine) {
  const services = await featureServices(engine)
  const organization = await services.organizations.create(anOrganization(), actor)
  return { ...services, organization }
}

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)

describe('the states of an offering', () => {
  const plain = { id: 'f-1', revision: 1, ...anOffering('o-1'), confirmedAt: '2026-01-01T00:00:00.000Z' }
  const stamped = { ...plain, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' }
  const inState = (state: OfferingState): Offering => ({ ...stamped, state })

  it('follow each other by the table, whatever is tried', async () => {
    const state = fc.constantFrom(...offeringStates)
    await fc.assert(
      fc.asyncProperty(state, fc.array(state, { maxLength: 8 }), async (first, tries) => {
        let offering = inState(first)
        for (const to of tries) {
          const allowed = offeringTransitions[offering.state]
          const refusal = await refusalOf(() => {
            offering = moveOffering(offering, to, '2026-03-10T00:00:00.000Z')
          })
          expect(refusal.length === 0).to.equal(allowed.includes(to))
          if (refusal.length) expect(refusal[1]).to.include(`allowed: ${allowed.join(', ') || '-'}`)
          else expect(offering.state).to.equal(to)
        }
      }),
    )
  })

  it('end with closed', () => {
    expect(offeringTransitions.closed).to.deep.equal([])
    expect(offeringTransitions.draft).not.to.include('paused')
  })
})

onEachStore('offerings', (engine) => {
  it('name every wrong reference and every end before its beginning', async () => {
    const { offerings, organization } = await withOrganization(engine)
    const draft = anOffering('o-unknown', {
      categories: ['no.such'],
      targetGroups: ['general', 'nobody'],
      coverage: [street, '999999999999'],
      ages: { from: 60, to: 18 },
      calendar: [{ weekday: 1, from: '17:00', to: '09:00' }],
      period: { from: '2026-02-01', until: '2026-01-01' },
    })
    const wrong = [
      'categories[0]: category.unknown',
      'targetGroups[1]: group.unknown',
      'coverage[1]: region.unknown',
    ]
    const reversed = ['calendar[0].to', 'ages.to', 'period.until'].map((field) => `${field}: range.reversed`)
    const all = [...reversed, 'organizationId: organization.unknown', ...wrong]
    expect(await refusalOf(() => offerings.create(draft, actor))).to.deep.equal(all)
    const { id } = await offerings.create(anOffering(organization.id), actor)
    expect(await refusalOf(() => offerings.amend(id, 1, draft, actor))).to.deep.equal(all)
  })

  it('are kept under the new id of a renamed category', async () => {
    const { offerings, organization } = await withOrganization(engine)
    const draft = anOffering(organization.id, { categories: ['elderly.hospice', 'health.hospice'] })
    const made = await offerings.create(draft, actor)
    expect(made.categories).to.deep.equal(['health.hospice'])
    expect(ids(await offerings.list({ category: 'elderly.hospice' }, {}, actor))).to.deep.equal([made.id])
  })

  it('are published by organisations that are active or warned, and by no others', async () => {
    const { offerings, organizations, organization } = await withOrganization(engine)
    await organizations.setStanding(organization.id, 1, 'warned', '年检迟交', actor)
    const { id } = await offerings.create(anOffering(organization.id, { state: 'published' }), actor)
    await offerings.move(id, 1, 'paused', actor)
    await organizations.setStanding(organization.id, 2, 'suspended', '整改', actor)
    expect(await refusalOf(() => offerings.move(id, 2, 'published', actor))).to.deep.equal([
      'state.refused',
      'organization standing: suspended',
    ])
    const published = anOffering(organization.id, { state: 'published' })
    expect(await refusalOf(() => offerings.create(published, actor))).to.deep.equal([
      'organizationId: organization.standing',
    ])
    expect(await offerings.move(id, 2, 'closed', actor)).to.include({ state: 'closed', revision: 3 })
  })

  it('cannot be moved to a suspended organisation while they are published', async () => {
    const { offerings, organizations, organization } = await withOrganization(engine)
    const track = { kind: 'registered', creditCode: creditCodeNumber(2) } as const
    const other = await organizations.create(anOrganization({ track, standing: 'suspended' }), actor)
    const { id } = await offerings.create(anOffering(organization.id, { state: 'published' }), actor)
    const { state: _, ...change } = anOffering(other.id)
    expect(await refusalOf(() => offerings.amend(id, 1, change, actor))).to.deep.equal([
      'organizationId: organization.standing',
    ])
  })

  it('are confirmed when entered, when published and when somebody says so', async () => {
    const { offerings, organization, advance } = await withOrganization(engine)
    const { id, confirmedAt } = await offerings.create(anOffering(organization.id), actor)
    expect(confirmBy({ confirmedAt })).to.equal('2026-09-06')
    advance(86_400_000)
    expect((await offerings.move(id, 1, 'published', actor)).confirmedAt).to.equal('2026-03-11T02:00:00.000Z')
    advance(86_400_000)
    expect((await offerings.move(id, 2, 'paused', actor)).confirmedAt).to.equal('2026-03-11T02:00:00.000Z')
    expect((await offerings.confirm(id, 3, actor)).confirmedAt).to.equal('2026-03-12T02:00:00.000Z')
    await offerings.move(id, 4, 'closed', actor)
    expect(await refusalOf(() => offerings.confirm(id, 5, actor))).to.include('state.refused')
  })

  it('are listed by category and group with everything under them, and by whatever covers a region', async () => {
    const services = await withOrganization(engine)
    const { offerings, organization } = services
    const visit = await offerings.create(anOffering(organization.id, { coverage: [street] }), actor)
    const legal = await offerings.create(
      anOffering(organization.id, { categories: [], coverage: [elsewhere], modes: ['phone'] }),
      actor,
    )
    await services.index()
    const cases = [
      [{ category: 'elderly' }, [visit.id]],
      [{ region: community }, [visit.id]],
      [{ region: elsewhere }, [legal.id]],
      [{ mode: ['phone', 'online'] }, [legal.id]],
      [{ state: ['draft'], organization: [organization.id] }, [legal.id, visit.id]],
      [{ state: ['published'] }, []],
    ] as const
    for (const [filters, expected] of cases) {
      const sort = { field: 'id', direction: 'desc' } as const
      expect(ids(await offerings.list(filters, { sort }, actor)), JSON.stringify(filters)).to.deep.equal(
        expected,
      )
      const { items } = await offerings.search(filters, { text: '' }, actor)
      expect(ids(items), JSON.stringify(filters)).to.deep.equal(expected)
    }
    expect(
      await refusalOf(() => offerings.list({ category: 'x', group: 'y', region: 'z' }, {}, actor)),
    ).to.deep.equal(['category: category.unknown', 'group: group.unknown', 'region: region.unknown'])
  })

  it('imported again stay as they are, in the state that people have given them', async () => {
    const { offerings, organizations, organization } = await withOrganization(engine)
    const fields = { ...anOffering(organization.id, { state: 'published' }) }
    const rows = [{ externalId: 'a', fields }]
    const [made] = await offerings.importMany(rows, actor, { apply: true })
    const id = made?.id as string
    await offerings.move(id, 1, 'paused', actor)
    await organizations.setStanding(organization.id, 1, 'suspended', '整改', actor)
    expect(await offerings.importMany(rows, actor, { apply: true })).to.deep.equal([
      { externalId: 'a', outcome: 'unchanged', id },
    ])
    const changed = [{ externalId: 'a', fields: { ...fields, title: '改了名的探访' } }]
    expect(await offerings.importMany(changed, actor, { apply: false })).to.deep.equal([
      { externalId: 'a', outcome: 'changed', id, changes: ['title'] },
    ])
    await offerings.importMany(changed, actor, { apply: true })
    expect(await offerings.records.get(id)).to.include({
      title: '改了名的探访',
      state: 'paused',
      revision: 3,
    })
  })
})
