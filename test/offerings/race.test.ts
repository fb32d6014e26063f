import { expect } from 'chai'
import { auditTrail } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { anOffering, anOrganization, creditCodeNumber } from '../feature-drafts.js'
import { actor, type FeatureServices, featureServices } from '../feature-services.js'

const rounds = 8

onEachStore('use cases of an offering and of its organisation at once', (engine) => {
  /** Runs both, in either order; what was refused, by its position. */
  async function race(turn: number, pair: readonly [() => Promise<unknown>, () => Promise<unknown>]) {
    const order = turn % 2 ? [0, 1] : [1, 0]
    const refused: number[] = []
    const run = async (at: number) => {
      try {
        await pair[at]?.()
      } catch {
        refused.push(at)
      }
    }
    await Promise.all(order.map(run))
    return refused
  }
  const organizationIn = ({ organizations }: FeatureServices, turn: number) => {
    const track = { kind: 'registered', creditCode: creditCodeNumber(turn + 1) } as const
    return organizations.create(anOrganization({ track }), actor)
  }

  it('never leave an offering without its organisation', async () => {
    const services = await featureServices(engine)
    const { organizations, offerings } = services
    for (let turn = 0; turn < rounds; turn++) {
      const { id } = await organizationIn(services, turn)
      const refused = await race(turn, [
        () => offerings.create(anOffering(id), actor),
        () => organizations.remove(id, 1, actor),
      ])
      expect(refused, `turn ${turn}`).to.have.length(1)
      const [isThere] = await organizations.getMany([id])
      const kept = await offerings.list({ organization: [id] }, {}, actor)
      expect([isThere !== undefined, kept.length]).to.deep.equal(refused[0] === 0 ? [false, 0] : [true, 1])
    }
  })

  it('never leave an imported offering without its organisation', async () => {
    const services = await featureServices(engine)
    const { organizations, offerings } = services
    for (let turn = 0; turn < rounds; turn++) {
      const { id } = await organizationIn(services, turn)
      const { organizationId, ...fields } = anOffering(id)
      const rows = [{ externalId: `x${turn}`, fields: { organizationId, ...fields } }]
      await race(turn, [
        () => offerings.importMany(rows, actor, { apply: true }),
        () => organizations.remove(id, 1, actor),
      ])
      const [isThere] = await organizations.getMany([id])
      const kept = await offerings.list({ organization: [id] }, {}, actor)
      expect(kept.length, `turn ${turn}`).to.equal(isThere ? 1 : 0)
    }
  })

  it('never publish an offering after its organisation was suspended', async () => {
    const services = await featureServices(engine)
    const { organizations, offerings, store } = services
    for (let turn = 0; turn < rounds; turn++) {
      const { id } = await organizationIn(services, turn)
      const offering = await offerings.create(anOffering(id), actor)
      const refused = await race(turn, [
        () => offerings.move(offering.id, 1, 'published', actor),
        () => organizations.setStanding(id, 1, 'suspended', '年检不合格', actor),
      ])
      const trail = await store.find(auditTrail, { subjects: { $in: [id, offering.id] } })
      const actions = trail.map(({ action }) => action).slice(2)
      expect(actions, `turn ${turn}`).to.deep.equal(
        refused.length ? ['organization.standing'] : ['offering.published', 'organization.standing'],
      )
    }
  })
})
