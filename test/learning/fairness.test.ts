import { expect } from 'chai'
import { organizationRecords } from '../../src/learning/collections.js'
import { type FairnessRow, fairnessOf, measures } from '../../src/learning/fairness.js'
import { countFairness, newestFairness } from '../../src/learning/fairness-report.js'
import { noOutcomes } from '../../src/learning/outcomes.js'
import { onEachStore } from '../each-store.js'
import { anOffering, anOrganization, creditCodeNumber } from '../feature-drafts.js'
import { actor, districtCode, featureServices, regions, street } from '../feature-services.js'

const smallest = { sensitive: 10, otherwise: 5 }
const row = (over: Partial<FairnessRow> = {}): FairnessRow => ({
  ...{ track: 'registered', region: 'a', offerings: 1, recommended: 0, accepted: 0 },
  ...over,
})
const times = (count: number, made: FairnessRow) => Array.from({ length: count }, () => made)

describe('the fairness report', () => {
  const rows = [
    ...times(20, row({ offerings: 2, recommended: 10, accepted: 6 })),
    ...times(10, row({ track: 'filed', offerings: 2, recommended: 5, accepted: 4 })),
    ...times(10, row({ region: 'b', offerings: 12, recommended: 30, accepted: 20 })),
  ]
  const groups = fairnessOf(rows, ['a', 'b'], smallest)
  const of = (name: string) => groups.find(({ group }) => group === name)?.measures

  it('says how many organisations of each track, size and region there are, and their share of what there is', () => {
    expect(of('all')?.organizations).to.deep.equal({ cell: { kind: 'count', count: 40 }, share: 1 })
    expect(of('filed')?.organizations.share).to.equal(0.25)
    expect(of('filed')?.recommended).to.deep.equal({ cell: { kind: 'count', count: 50 }, share: 50 / 550 })
    expect(of('filed')?.accepted.share).to.equal(40 / 360)
    expect(of('large')?.offerings.share).to.equal(120 / 180)
    expect(of('b')?.recommended.share).to.equal(300 / 550)
  })

  it('keeps small counts back, and their shares with them', () => {
    const few = fairnessOf(
      [...rows, ...times(3, row({ track: 'filed', region: 'b' }))],
      ['a', 'b', 'c'],
      smallest,
    )
    const shown = few.flatMap((each) => measures.map((measure) => each.measures[measure]))
    for (const { cell, share } of shown) {
      if (cell.kind === 'count') expect(cell.count === 0 || cell.count >= 5).to.equal(true)
      else expect(share).to.equal(undefined)
    }
  })
})

describe('the fairness report of a place with hardly any organisations', () => {
  it('shows nothing from which the hidden total could be added up', () => {
    const shown = fairnessOf(times(3, row({ offerings: 2 })), ['a', 'b'], smallest)
    expect(new Set(shown.map(({ measures: { organizations } }) => organizations.cell.kind))).to.deep.equal(
      new Set(['suppressed']),
    )
  })
})

onEachStore('the kept fairness report', (engine) => {
  it('counts organisations by what they offer and what came of it, and stays until it is counted anew', async () => {
    const services = await featureServices(engine)
    const { store, clock, organizations, offerings } = services
    for (let i = 1; i <= 6; i++) {
      const creditCode = creditCodeNumber(i)
      const { id } = await organizations.create(
        anOrganization({ track: { kind: 'registered', creditCode } }),
        actor,
      )
      await offerings.create(anOffering(id, { state: 'published' }), actor)
      await store.insert(organizationRecords, { id, revision: 1, ...noOutcomes, recommended: 3, accepted: 2 })
    }
    const deps = { store, clock, regions, smallest }
    const report = await newestFairness(deps)
    const of = (name: string) => report.groups.find(({ group }) => group === name)?.measures
    expect(of('all')?.recommended.cell).to.deep.equal({ kind: 'count', count: 18 })
    expect(of('small')?.accepted.cell).to.deep.equal({ kind: 'count', count: 12 })
    expect(of(street)?.organizations.cell).to.deep.equal({ kind: 'count', count: 6 })
    expect(of(districtCode)?.organizations.cell).to.deep.equal({ kind: 'count', count: 0 })
    services.advance(60_000)
    expect((await newestFairness(deps)).at).to.equal(report.at)
    expect((await countFairness(deps)).at).not.to.equal(report.at)
  })
})
