import { expect } from 'chai'
import { examine, repair } from '../../src/cli/doctor.js'
import { newServiceRecord } from '../../src/service-records/index.js'
import { serviceTotals } from '../../src/service-records/totals.js'
import { openWorkspace } from '../../src/workspace.js'
import { aNeed } from '../feature-drafts.js'
import { actor } from '../feature-services.js'
import { MeiliDouble } from '../meili-double/server.js'
import { dataFolder, testConfig } from '../running.js'
import { aPng } from '../service-records/attachments/files.js'
import { aServiceRecord } from '../service-records/world.js'
import { onCleanup } from '../setup.js'

async function workspaceOnDouble() {
  const double = await new MeiliDouble().start()
  onCleanup(() => double.stop())
  const folder = dataFolder()
  onCleanup(() => folder.remove())
  const workspace = await openWorkspace(
    testConfig(folder.path, { meiliUrl: double.url, meiliKey: double.key }),
  )
  onCleanup(() => workspace.close())
  const needs = []
  for (const text of ['独居老人需要午餐', '学生需要课后托管', '需要轮椅下楼看病'])
    needs.push(await workspace.needs.create(aNeed({ text }), actor))
  return { double, workspace, needs }
}

describe('the doctor of an installation with Meilisearch', function () {
  this.timeout(60_000)

  it('finds a collection that waits to be filled, and fills it', async () => {
    const { workspace } = await workspaceOnDouble()
    const before = await examine(workspace)
    expect(before.unfilled).to.deep.equal(['organizations', 'offerings', 'needs'])
    expect(before.collections[2]?.missing).to.have.length(3)
    await repair(workspace, before)
    const after = await examine(workspace)
    expect([after.healthy, after.unfilled, after.collections[2]?.missing]).to.deep.equal([true, [], []])
  })

  it('finds what is missing, stale and orphaned, and repairs it', async () => {
    const { double, workspace, needs } = await workspaceOnDouble()
    await repair(workspace, await examine(workspace))
    const documents = double.indexes.get('duijie-needs')?.documents
    const [missing, stale, whole] = needs.map(({ id }) => id) as [string, string, string]
    documents?.delete(missing)
    documents?.set(stale, { ...documents.get(stale), id: stale, revision: 7 })
    documents?.set('n-orphan', { ...documents.get(whole), id: 'n-orphan' })
    const found = await examine(workspace)
    expect(found.collections[2]).to.deep.include({
      missing: [missing],
      stale: [stale],
      orphaned: ['n-orphan'],
    })
    await repair(workspace, found)
    expect((await examine(workspace)).collections[2]).to.deep.include({
      missing: [],
      stale: [],
      orphaned: [],
    })
  })

  it('recounts totals when it is asked to look deep', async () => {
    const { workspace, needs } = await workspaceOnDouble()
    const [need] = needs as [(typeof needs)[number]]
    await repair(workspace, await examine(workspace))
    const progress = { pending: 1, reserved: 0, committed: 0, delivered: 0 }
    await workspace.needs.records.amend(need.id, 1, actor, (before) => ({ ...before, progress }))
    expect((await examine(workspace)).invariants).to.equal(undefined)
    const { invariants, healthy } = await examine(workspace, { deep: true })
    expect(healthy).to.equal(false)
    expect(invariants).to.deep.equal([
      `need ${need.id}: kept {"pending":1,"reserved":0,"committed":0,"delivered":0}, counted {"pending":0,"reserved":0,"committed":0,"delivered":0}`,
    ])
  })

  it('names a year without public holidays from 60 days before it', async () => {
    const { workspace } = await workspaceOnDouble()
    const missingOn = async (day: string) => {
      const clock = { now: () => new Date(`${day}T04:00:00Z`) }
      return (await examine({ ...workspace, clock })).yearsWithoutHolidays
    }
    expect(await missingOn('2026-01-01')).to.deep.equal([])
    expect(await missingOn('2024-11-01')).to.deep.equal([2024])
    expect(await missingOn('2031-11-01')).to.deep.equal([2031])
    expect(await missingOn('2031-11-02')).to.deep.equal([2031, 2032])
  })

  it('says that the engine is away', async () => {
    const { double, workspace } = await workspaceOnDouble()
    await double.stop()
    const found = await examine(workspace)
    expect([found.healthy, found.problems]).to.deep.equal([false, ['search: away']])
  })

  it('recounts what was done, and reads the files of its records, when it is asked to look deep', async () => {
    const { workspace } = await workspaceOnDouble()
    const { services, store } = workspace
    await repair(workspace, await examine(workspace))
    const change = aServiceRecord({ organizationId: 'o-1', day: '2026-02-10' })
    const [record] = await services.records.enterMany([{ fields: newServiceRecord(change) }], actor, 'create')
    const file = { name: 'a.png', bytes: aPng() }
    const { attachments } = await services.attachments.attach(record?.id as string, 1, file, actor)
    const [attachment] = attachments
    expect((await examine(workspace, { deep: true })).invariants).to.deep.equal([])
    await services.files.remove(attachment?.id as string)
    const [cell] = await store.find(serviceTotals, {})
    if (!cell) throw new Error('no total')
    await store.replace(serviceTotals, { ...cell, records: 2 }, cell.revision)
    const { invariants, healthy } = await examine(workspace, { deep: true })
    expect(healthy).to.equal(false)
    expect(invariants).to.deep.equal([
      `service total ${cell.id}: not its recount`,
      `attachment ${attachment?.id}: its file is missing`,
    ])
  })
})
