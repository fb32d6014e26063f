import { join } from 'node:path'
import { expect } from 'chai'
import { loadDemo } from '../../src/demo/index.js'
import { draftErrors } from '../../src/service-records/references.js'
import { added, type Figures, figuresOf, type WorkKind } from '../../src/service-records/work.js'
import { regions, taxonomy } from '../feature-services.js'

const demo = loadDemo(join(import.meta.dirname, '../../seeds'))

describe('the service records of the demo', () => {
  it('are fit to be entered, by organisations of the demo, and not before they offered it', () => {
    const organizations = new Map(demo.organizations.map(({ id, at }) => [id, at]))
    for (const { id, fields } of demo.serviceRecords) {
      expect(draftErrors(fields, '2026-11-22', { regions, taxonomy }), id).to.deep.equal([])
      expect(fields.day > (organizations.get(fields.organizationId) as string).slice(0, 10), id).to.equal(
        true,
      )
    }
  })

  it('come to a twentieth of what Longgang reports in two years', () => {
    const sums = new Map<WorkKind, Figures>()
    for (const { fields } of demo.serviceRecords)
      sums.set(fields.work.kind, added(sums.get(fields.work.kind) ?? {}, figuresOf(fields.work)))
    const five = { cases: 18_385, groups: 13_390, activities: 62_580, visits: 131_195, mediations: 103_740 }
    const part = (of: number) => Math.round((of * 2) / 5 / 20)
    const { mediations = 0, complaints = 0 } = sums.get('mediation') ?? {}
    expect([
      sums.get('case')?.opened,
      sums.get('group')?.groups,
      sums.get('activity')?.activities,
      sums.get('visit')?.visits,
      mediations + complaints,
      sums.get('volunteering')?.turns,
    ]).to.deep.equal([
      part(five.cases),
      part(five.groups),
      part(five.activities),
      part(five.visits),
      part(five.mediations),
      part(600_000),
    ])
  })
})
