import { expect } from 'chai'
import fc from 'fast-check'
import type { ServiceRecord, ServiceRecordChange } from '../../src/service-records/model.js'
import { MonthGates } from '../../src/service-records/month-gates.js'
import { recountTotals } from '../../src/service-records/recount.js'
import { createServiceRecords } from '../../src/service-records/service.js'
import { serviceTotals } from '../../src/service-records/totals.js'
import { onEachStore } from '../each-store.js'
import { anyDraft } from './arbitraries.js'
import { aServiceRecord, serviceRecordWorld, worker } from './world.js'

type Step = { draft: ServiceRecordChange; at: number; what: 'enter' | 'correct' | 'remove' }
const anyStep: fc.Arbitrary<Step> = fc.record({
  draft: anyDraft,
  at: fc.nat(),
  what: fc.constantFrom('enter', 'enter', 'correct', 'correct', 'remove'),
})

onEachStore('the totals of service records', function (engine) {
  this.timeout(120_000)

  it('equal a recount after any entering, correcting and removing', async () => {
    const { records, store } = await serviceRecordWorld(engine)
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
        const kept: ServiceRecord[] = []
        for (const { what, draft, at } of steps) {
          const index = at % Math.max(1, kept.length)
          const record = kept[index]
          if (what === 'enter' || !record) kept.push(await records.create(draft, worker))
          else if (what === 'correct')
            kept[index] = await records.correct(record.id, record.revision, draft, '数字有误', worker)
          else {
            await records.remove(record.id, record.revision, '重复填报', worker)
            kept.splice(index, 1)
          }
        }
        expect((await recountTotals(store)).wrong).to.deep.equal([])
        for (const { id, revision } of kept) await records.remove(id, revision, '试验结束', worker)
        expect(await store.count(serviceTotals, {})).to.equal(0)
      }),
      { numRuns: engine.name === 'sqlite' ? 40 : 8 },
    )
  })

  it('count every one of 120 writers to one cell at once, of two processes, and refuse none', async () => {
    const { records, deps, store } = await serviceRecordWorld(engine)
    const processes = [records, createServiceRecords(deps, new MonthGates(store))]
    const writers = Array.from({ length: 120 }, (_, i) => processes[i % 2]!.create(aServiceRecord(), worker))
    const made = await Promise.all(writers)
    const [cell, ...others] = await store.find(serviceTotals, {})
    expect(others).to.deep.equal([])
    expect(cell).to.deep.include({ records: 120, figures: { visits: 240, persons: 240, minutes: 7_200 } })
    await Promise.all(
      made.map(({ id, revision }, i) =>
        i % 2
          ? records.remove(id, revision, '重复填报', worker)
          : records.correct(id, revision, aServiceRecord({ day: '2026-01-05' }), '日期有误', worker),
      ),
    )
    expect((await store.find(serviceTotals, {})).map(({ month, records }) => [month, records])).to.deep.equal(
      [['2026-01', 60]],
    )
    expect((await recountTotals(store)).wrong).to.deep.equal([])
  })

  it('are found wrong where a cell was changed, lost or made up', async () => {
    const { records, store } = await serviceRecordWorld(engine)
    await records.create(aServiceRecord(), worker)
    await records.create(aServiceRecord({ day: '2026-01-05' }), worker)
    const [first, second] = await store.find(serviceTotals, {})
    if (!first || !second) throw new Error('no cells')
    await store.replace(serviceTotals, { ...first, figures: { ...first.figures, visits: 3 } }, first.revision)
    await store.remove(serviceTotals, second.id, second.revision)
    const madeUp = { ...second, id: `${second.id}.x`, region: '440307000000' }
    await store.insert(serviceTotals, madeUp)
    const { cells, wrong } = await recountTotals(store)
    expect(cells).to.equal(2)
    expect(wrong).to.deep.equal([first.id, second.id, madeUp.id].sort())
  })
})
