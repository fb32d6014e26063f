import { expect } from 'chai'
import { aFile, refusalOf, rowsOf } from './files.js'

describe('reading JSONL', () => {
  it('makes texts of numbers and lists, passes over empty lines and knows it without an ending', async () => {
    const text = '{"id":1,"text":"a","groups":["elderly","minors"],"none":null}\n\n{"id":2,"text":true}'
    expect(await rowsOf(aFile('needs', text))).to.deep.equal([
      { line: 1, cells: { id: '1', text: 'a', groups: 'elderly；minors', none: '' } },
      { line: 3, cells: { id: '2', text: 'true' } },
    ])
  })

  it('reports what is nested, no object or no JSON with line and cause, and goes on', async () => {
    const text = '{"id":"1","a":{"b":1}}\n{"id":\n[1]\n"x"\n{"a":[["b"]]}\n{"id":"2"}\n'
    expect(await rowsOf(aFile('t.jsonl', text))).to.deep.equal([
      { line: 1, problem: { column: 'a', code: 'row.nested' } },
      { line: 2, problem: { code: 'row.notJson' } },
      { line: 3, problem: { code: 'row.notObject' } },
      { line: 4, problem: { code: 'row.notObject' } },
      { line: 5, problem: { column: 'a', code: 'row.nested' } },
      { line: 6, cells: { id: '2' } },
    ])
  })

  it('reports a line of more than 8 MB without holding it, and goes on', async () => {
    const rows = await rowsOf(aFile('t.jsonl', `{"a":"${'x'.repeat(9e6)}"}\n{"id":"2"}\n`))
    expect(rows).to.deep.equal([
      { line: 1, problem: { code: 'row.tooLong', params: { limit: 8_388_608 } } },
      { line: 2, cells: { id: '2' } },
    ])
  })

  it('refuses one JSON array as a whole', async () => {
    const path = aFile('t.json', '[\n {"id": 1}\n]')
    expect(await refusalOf(rowsOf(path))).to.equal(`${path}: table.jsonArray`)
  })
})
