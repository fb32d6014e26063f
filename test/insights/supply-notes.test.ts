import { expect } from 'chai'
import { insightFollowers } from '../../src/insights/index.js'
import { createLooks } from '../../src/insights/looks.js'
import { createSupplyChanges, supplyNotes } from '../../src/insights/supply-notes.js'
import { again, due, verdictsCollection } from '../../src/insights/verdicts.js'
import { needKind } from '../../src/needs/index.js'
import { offeringKind } from '../../src/offerings/index.js'
import { onEachStore } from '../each-store.js'
import { anOffering } from '../feature-drafts.js'
import { actor, elsewhere, nextCommunity, taxonomy } from '../feature-services.js'
import { aWorld } from '../referrals/world.js'

const running = new AbortController().signal
const shaggy = { text: '父亲卧床半年，头发长得盖住耳朵，想请人上门理发。' }
const haircut = { title: '上门义剪', description: '志愿者为卧床老人上门理发。', categories: [] }

onEachStore('needs that a changed offering concerns', (engine) => {
  async function world() {
    const made = await aWorld(engine, insightFollowers(taxonomy))
    const { store, clock, matching, needs, offerings } = made
    const lookedAt: string[] = []
    const looks = createLooks({
      ...{ store, clock, taxonomy },
      async lookAt(needId) {
        lookedAt.push(needId)
        const options = { limit: 1, explain: false, fit: 'possible' } as const
        const { verdict, excluded } = await matching.forNeed(needId, options, actor)
        return {
          isMatched: verdict === 'matched',
          excluded: excluded.map(({ reasons }) => reasons.map(({ code }) => code)),
          category: undefined,
        }
      },
    })
    const changes = createSupplyChanges({ store, concernedBy: matching.needsAbout })
    return {
      ...made,
      looks,
      changes,
      /** As the views follow what is written. */
      async follow() {
        const page = { limit: 100 }
        await matching.projection.apply(offeringKind.name, await offerings.records.find({}, page), [])
        await matching.projection.apply(needKind.name, await needs.records.find({}, page), [])
      },
      /** What is looked at until nothing is due, in order. */
      async lookAll() {
        lookedAt.length = 0
        while (
          (await looks.lookAtDue(running)) > 0 ||
          (await changes.askAgain(running)) > 0 ||
          (await looks.lookAtConcerned(running)) > 0
        );
        return [...lookedAt]
      },
      causeOf: async (id: string) => (await store.get(verdictsCollection, id))?.seen,
    }
  }

  it('are looked at soon after it is published, paused, published again, moved elsewhere and closed', async () => {
    const { aNeed, anOffer, offerings, follow, lookAll, causeOf } = await world()
    const need = await aNeed(shaggy)
    const other = await aNeed({ text: '想找律师咨询离婚财产分割的问题。' })
    await follow()
    expect(await lookAll()).to.have.members([need.id, other.id])
    expect(await causeOf(need.id)).to.equal('no-supplier')
    const { offering } = await anOffer({ ...haircut, state: 'draft' })
    expect(await lookAll(), 'a draft concerns nobody').to.deep.equal([])
    /** What became of the need by this change; the matcher of this process has not heard of it. */
    const after = async (change: Promise<unknown>) => {
      await change
      expect(await lookAll()).to.deep.equal([need.id])
      return causeOf(need.id)
    }
    const { id } = offering
    expect(await after(offerings.move(id, 1, 'published', actor))).to.equal('not-asked')
    expect(await after(offerings.move(id, 2, 'paused', actor))).to.equal('none-eligible')
    expect(await after(offerings.move(id, 3, 'published', actor))).to.equal('not-asked')
    const change = { ...anOffering(offering.organizationId, haircut), coverage: [elsewhere] }
    const { state: _, ...moved } = change
    expect(await after(offerings.amend(id, 4, moved, actor))).to.equal('no-supplier')
    expect(await after(offerings.move(id, 5, 'closed', actor))).to.equal('no-supplier')
  })

  it('wait until all that nothing is known of was looked at, and are asked once for all changes', async () => {
    const { store, aNeed, anOffer, offerings, follow, looks, changes, lookAll } = await world()
    const first = await aNeed(shaggy)
    await follow()
    await lookAll()
    const { offering } = await anOffer(haircut)
    await offerings.confirm(offering.id, 1, actor)
    await anOffer(haircut)
    expect(await store.count(supplyNotes, {})).to.equal(2)
    expect(await changes.isDue()).to.equal(true)
    expect(await changes.askAgain(running)).to.equal(2)
    expect(await changes.isDue()).to.equal(false)
    expect(await store.get(verdictsCollection, first.id)).to.include({ looked: again, revision: 3 })
    const fresh = await aNeed({ ...shaggy, region: nextCommunity })
    expect(await store.get(verdictsCollection, fresh.id)).to.include({ looked: due })
    expect(await looks.isDue()).to.equal(true)
    expect(await lookAll()).to.deep.equal([fresh.id, first.id])
  })

  it('are asked again where the offering changed while they were being asked', async () => {
    const { store, anOffer, offerings } = await world()
    const { offering } = await anOffer(haircut)
    const changes = createSupplyChanges({
      store,
      async concernedBy(id) {
        await offerings.confirm(id, 1, actor)
        return []
      },
    })
    expect(await changes.askAgain(running)).to.equal(1)
    expect((await store.find(supplyNotes, {})).map(({ id }) => id)).to.deep.equal([offering.id])
  })
})
