import { expect } from 'chai'
import { systemActor } from '../src/platform/actor.js'
import type { Stage } from '../src/referrals/index.js'
import { referralsCollection } from '../src/referrals/index.js'
import { openWorkspace } from '../src/workspace.js'
import { onEachStore } from './each-store.js'
import { exampleIds, exampleOrganization, referralAt } from './example-records.js'
import { refusalOf } from './refusals.js'
import { aServiceRecord } from './service-records/world.js'
import { onCleanup } from './setup.js'

const tester = systemActor('tester')
const worker = { id: 'u-1', role: 'org-worker', organization: exampleIds.organization } as const
const stamps = { revision: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' }

onEachStore('service records beside the other features', function (engine) {
  this.timeout(60_000)

  async function opened() {
    const home = engine.makeHome()
    onCleanup(() => home.remove())
    const workspace = await openWorkspace(home.config())
    onCleanup(() => workspace.close())
    const births = [{ id: exampleIds.organization, fields: exampleOrganization }]
    await workspace.organizations.records.createMany(births, tester)
    const { records } = workspace.services
    const report = (over: object = {}) =>
      records.create(aServiceRecord({ organizationId: exampleIds.organization, ...over }), worker)
    return { ...workspace, report }
  }

  it('are of an organisation that is there, which then stays', async () => {
    const { report, services, organizations } = await opened()
    const stranger = () => services.records.create(aServiceRecord({ organizationId: 'o-none' }), tester)
    expect(await refusalOf(stranger)).to.deep.equal(['organizationId: organization.unknown'])
    await report()
    const removal = () => organizations.remove(exampleIds.organization, 1, tester)
    expect(await refusalOf(removal)).to.deep.equal(['state.refused', 'it has service records'])
  })

  it('are for a referral to their organisation on which work has begun', async () => {
    const { report, store } = await opened()
    const put = (id: string, stage: Stage, over: object = {}) =>
      store.insert(referralsCollection, { id, ...stamps, ...referralAt(stage), ...over })
    await put('r-running', 'in-progress')
    await put('r-asked', 'requested')
    await put('r-others', 'in-progress', { organizationId: 'o-2' })
    const refused = (referralId: string) => refusalOf(() => report({ referralId }))
    expect(await refused('r-running')).to.deep.equal([])
    expect(await refused('r-asked')).to.deep.equal(['referralId: service.referralStage'])
    expect(await refused('r-others')).to.deep.equal(['referralId: service.referral'])
    expect(await refused('r-none')).to.deep.equal(['referralId: service.referral'])
  })

  it('keep no name or number of what is written in their notes', async () => {
    const { report } = await opened()
    const { notes } = await report({ notes: '联系王建国13800138012，已上门。' })
    expect(notes)
      .to.match(/已上门/)
      .and.not.match(/王建国|13800138012/)
  })
})
