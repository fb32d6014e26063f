import { expect } from 'chai'
import type { Actor } from '../../src/platform/actor.js'
import { actors } from '../actors.js'
import { onEachStore } from '../each-store.js'
import { anOffering, anOrganization, creditCodeNumber } from '../feature-drafts.js'
import { actor, elsewhere, featureServices, street } from '../feature-services.js'

onEachStore('an import of offerings', (engine) => {
  it('takes from an organisation its own, from a street those of organisations at home in it', async () => {
    const { offerings, organizations } = await featureServices(engine)
    const here = await organizations.create(anOrganization({ homeRegion: street }), actor)
    const there = await organizations.create(
      anOrganization({
        name: '别处的组织',
        homeRegion: elsewhere,
        track: { kind: 'registered', creditCode: creditCodeNumber(2) },
      }),
      actor,
    )
    const rows = [here, there].map(({ id }) => ({
      externalId: `of ${id}`,
      fields: { ...anOffering(id) },
    }))
    const taken = async (as: Actor) =>
      (await offerings.importMany(rows, as, { apply: false })).map(({ outcome }) => outcome)
    expect(await taken(actors.manager(here.id))).to.deep.equal(['created', 'rejected'])
    expect(await taken(actors.worker(there.id))).to.deep.equal(['rejected', 'created'])
    expect(await taken(actors.street(street))).to.deep.equal(['created', 'rejected'])
    expect(await taken(actors.district)).to.deep.equal(['created', 'created'])

    await offerings.importMany(rows, actor, { apply: true })
    const grab = [{ externalId: `of ${there.id}`, fields: { ...anOffering(here.id) } }]
    for (const as of [actors.manager(here.id), actors.street(street)]) {
      const [refused] = await offerings.importMany(grab, as, { apply: true })
      expect(refused?.errors).to.deep.equal([{ field: 'organizationId', code: 'organization.beyond' }])
    }
  })
})
