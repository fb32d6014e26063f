import { join } from 'node:path'
import { expect } from 'chai'
import { roles } from '../../src/platform/actor.js'
import { finestLevel } from '../../src/privacy/finest-level.js'
import { ownSeeds } from '../../src/seeds-folder.js'
import { loadTaxonomy } from '../../src/taxonomy/index.js'

describe('the finest level at which counts are shown', () => {
  const { services, groups } = loadTaxonomy(join(ownSeeds, 'taxonomy'))

  it('is the community for everyday needs, for everybody', () => {
    for (const role of roles) {
      expect(finestLevel(services, 'elderly.meals', role)).to.equal('community')
      expect(finestLevel(services, undefined, role)).to.equal('community')
    }
  })

  it('is the street for offences, mental disorder and domestic violence, save for the staff of the place', () => {
    const confined = [
      ...[
        'corrections.juvenile.detained',
        'drug.recovery',
        'psychiatric',
        'women-family.violence.children',
      ].map((id) => [services, id] as const),
      ...['ex-prisoners', 'juvenile-offenders', 'severe-mental', 'dv-survivors'].map(
        (id) => [groups, id] as const,
      ),
    ]
    for (const [tree, id] of confined) {
      const fine = roles.filter((role) => finestLevel(tree, id, role) === 'community')
      expect(fine, id).to.have.members(['committee', 'street', 'district', 'system'])
    }
  })

  it('refuses a term that it does not know rather than show it', () => {
    expect(() => finestLevel(services, 'not-a-term', 'visitor')).to.throw(RangeError)
  })
})
