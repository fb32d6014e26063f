import { expect } from 'chai'
import { RouteTable } from '../../../src/platform/http/route-table.js'

function tableOf(...paths: string[]): RouteTable<string> {
  const table = new RouteTable<string>()
  for (const path of paths) table.put(path, path)
  return table
}

describe('a table of routes', () => {
  const table = tableOf(
    '/needs',
    '/needs/{id}',
    '/needs/import',
    '/needs/{id}/hotlines',
    '/needs/import/preview',
    '/months/{year}/{month}',
  )
  const found = (path: string) => {
    const at = table.find(path)
    return at && [at.value, at.params]
  }

  it('finds fixed words, and the values of parameters by their names', () => {
    expect(found('/needs')).to.deep.equal(['/needs', {}])
    expect(found('/needs/n-1')).to.deep.equal(['/needs/{id}', { id: 'n-1' }])
    expect(found('/months/2026/3')).to.deep.equal(['/months/{year}/{month}', { year: '2026', month: '3' }])
  })

  it('prefers a fixed word, and takes it for a value where nothing else fits', () => {
    expect(found('/needs/import')).to.deep.equal(['/needs/import', {}])
    expect(found('/needs/import/preview')).to.deep.equal(['/needs/import/preview', {}])
    expect(found('/needs/import/hotlines')).to.deep.equal(['/needs/{id}/hotlines', { id: 'import' }])
  })

  it('takes fixed words in either case, values as they are, and one slash at the end', () => {
    expect(found('/NEEDS/N-1/')).to.deep.equal(['/needs/{id}', { id: 'N-1' }])
    expect(found('/needs/Import')).to.deep.equal(['/needs/import', {}])
    expect(found('/need%73')).to.deep.equal(['/needs', {}])
  })

  it('decodes values after they are told apart', () => {
    expect(found('/needs/a%2Fb%20%E5%8F%8B')).to.deep.equal(['/needs/{id}', { id: 'a/b 友' }])
  })

  for (const path of [
    '',
    '*',
    '/',
    '//',
    '/needs//',
    '/needs//hotlines',
    '//needs',
    '/nee',
    '/needs/n-1/x',
    '/months/2026',
  ])
    it(`finds nothing at ${path || 'no path'}`, () => {
      expect(found(path)).to.equal(undefined)
    })

  it('refuses two paths that no request could tell apart', () => {
    expect(() => tableOf('/needs/{id}', '/needs/{needId}')).to.throw(
      RangeError,
      '/needs/{needId}: declared already',
    )
  })

  it('does not take what every object has for a word of its own', () => {
    expect(found('/constructor')).to.equal(undefined)
    expect(found('/__proto__/n-1')).to.equal(undefined)
  })
})
