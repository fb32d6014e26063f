import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect } from 'chai'
import { firstLoadLimit, firstLoads } from '../../scripts/web-weight.js'

/** Where the build leaves the pages; only a checkout with the tools can build them. */
const built = 'dist/web'

describe('the first load of a page', function () {
  this.timeout(120_000)
  before(function () {
    if (!existsSync('node_modules/vite')) {
      console.log('      left out: the tools that build the pages are not installed')
      this.skip()
    }
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-web.ts', '--if-changed'])
  })

  it('weighs at most 350 kB, compressed, in every workspace', () => {
    const loads = firstLoads(built)
    const heaviest = loads.toSorted((a, b) => b.bytes - a.bytes)
    expect(
      heaviest.filter(({ bytes }) => bytes > firstLoadLimit).map(({ page, bytes }) => `${page}: ${bytes}`),
    ).to.deep.equal([])
    const seen = new Set(loads.map(({ page }) => page.split('/')[0]))
    expect([...seen]).to.include.members(['layout', 'community', 'organization', 'district', 'inbox'])
  })

  it('counts what a page imports over several files, once', () => {
    const map = firstLoads(built).find(({ page }) => page === 'district/map/map-page.tsx')
    expect(map?.files).to.be.above(8)
    expect(map?.bytes).to.be.above(200_000)
  })
})
