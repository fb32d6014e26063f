import { expect } from 'chai'
import { unknownRegion, unknownRegions } from '../../src/regions/index.js'
import { community, regions, street } from '../feature-services.js'

describe('references to regions', () => {
  it('that are unknown are named by their place', () => {
    expect(unknownRegions(regions, 'coverage', [street, '999999999999', community, ''])).to.deep.equal([
      { field: 'coverage[1]', code: 'region.unknown' },
      { field: 'coverage[3]', code: 'region.unknown' },
    ])
  })

  it('are only missed where there is one', () => {
    expect(unknownRegion(regions, 'region', undefined)).to.deep.equal([])
    expect(unknownRegion(regions, 'region', '__proto__')).to.deep.equal([
      { field: 'region', code: 'region.unknown' },
    ])
  })
})
