import { expect } from 'chai'
import type { Actor } from '../../src/platform/actor.js'
import { NotFound } from '../../src/platform/errors.js'
import { type Engine, onEachStore } from '../each-store.js'
import { aNeed, anOffering, anOrganization } from '../feature-drafts.js'
import { actor, featureServices } from '../feature-services.js'
import { matchingOver } from './shared-language.js'

const asked = { limit: 5, explain: false, fit: 'weak' } as const

async function someMatching(engine: Engine) {
  const services = await featureServices(engine)
  const matching = matchingOver(services)
  const organization = await services.organizations.create(anOrganization(), actor)
  return { ...services, matching, organization }
}

onEachStore('matching beside other processes', (engine) => {
  it('answers for an offering that it has not heard of, and not for one that is nowhere', async () => {
    const { matching, offerings, needs, organization } = await someMatching(engine)
    const need = await needs.create(aNeed(), actor)
    await matching.projection.apply('need', [need], [])
    const offering = await offerings.create(anOffering(organization.id, { state: 'published' }), actor)
    const { items } = await matching.forOffering(offering.id, asked, actor)
    expect(items.map(({ id }) => id)).to.deep.equal([need.id])
    const unknown = await matching.forOffering('f-none', asked, actor).catch((error: unknown) => error)
    expect(unknown).to.be.instanceOf(NotFound)
  })

  it('shows an offering as its organisation is now, also when it hears of both late', async () => {
    const { matching, offerings, organizations, needs, organization } = await someMatching(engine)
    const offering = await offerings.create(anOffering(organization.id, { state: 'published' }), actor)
    const need = await needs.create(aNeed(), actor)
    await matching.projection.apply('offering', [offering], [])
    expect((await matching.forNeed(need.id, asked, actor)).items).to.have.length(1)
    const suspended = await organizations.setStanding(organization.id, 1, 'suspended', '年检未参加', actor)
    await matching.projection.apply('organization', [suspended], [])
    const { items, excluded } = await matching.forNeed(need.id, asked, actor)
    expect([items, excluded.map(({ id }) => id)]).to.deep.equal([[], [offering.id]])
  })

  it('forgets what was removed', async () => {
    const { matching, offerings, needs, organization } = await someMatching(engine)
    const offering = await offerings.create(anOffering(organization.id, { state: 'published' }), actor)
    const need = await needs.create(aNeed(), actor)
    await matching.projection.load('offering', [offering])
    expect([...matching.projection.held('offering')]).to.deep.equal([offering.id])
    await matching.projection.apply('offering', [], [offering.id])
    expect([...matching.projection.held('offering')]).to.deep.equal([])
    expect((await matching.forNeed(need.id, asked, actor)).items).to.deep.equal([])
  })

  it('says which open needs an offering would fit that is not kept yet, to its organisation public ones only', async () => {
    const { matching, needs, organization } = await someMatching(engine)
    const open = await needs.create(aNeed({ visibility: 'public' }), actor)
    const forThoseWhoCan = await needs.create(aNeed({ visibility: 'matched' }), actor)
    await matching.projection.apply('need', [open, forThoseWhoCan], [])
    const { title, description, coverage } = anOffering(organization.id)
    const sketch = { title, description, coverage, categories: [], targetGroups: [] }
    const foundBy = async (asker: Actor) =>
      (await matching.forSketch(sketch, asked, asker)).items.map(({ id }) => id)
    const manager: Actor = { id: 'u-1', role: 'org-manager', organization: organization.id }
    expect(await foundBy(manager)).to.deep.equal([open.id])
    expect(await foundBy({ id: 'u-2', role: 'district' })).to.have.members([open.id, forThoseWhoCan.id])
    expect([...matching.projection.held('offering')]).to.deep.equal([])
  })
})
