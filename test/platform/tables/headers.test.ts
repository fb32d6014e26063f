import { expect } from 'chai'
import { createHeaderReader } from '../../../src/platform/tables/index.js'

const names = { id: ['编号', '序号'], text: ['内容', '需求描述'], groups: ['服务对象', 'targetGroups'] }

describe('recognising headers', () => {
  it('bears spaces, case, full width, traditional characters, underscores and remarks in brackets', () => {
    const headers = createHeaderReader(names)
    const cells = { ' 编 号＊': '1', '需求描述（必填）': 'a', Ｔarget_ＧROUPS: 'elderly' }
    expect(headers.read({ line: 2, cells })).to.deep.equal({ id: '1', text: 'a', groups: 'elderly' })
    expect(headers.unrecognised).to.deep.equal([])
    expect(
      createHeaderReader(names).read({ line: 2, cells: { 編號: '1', '服務對象：': 'b' } }),
    ).to.deep.equal({
      id: '1',
      groups: 'b',
    })
  })

  it('remembers each header that means nothing once per file, fifty at most', () => {
    const headers = createHeaderReader(names)
    headers.read({ line: 2, cells: { id: '1', 备注: 'x' } })
    headers.read({ line: 3, cells: { id: '2', 备注: 'y', 填表人: 'z' } })
    expect(headers.unrecognised).to.deep.equal(['备注', '填表人'])
    for (let i = 0; i < 100; i++) headers.read({ line: 4, cells: { [`k${i}`]: 'x' } })
    expect(headers.unrecognised).to.have.length(50)
  })

  it('takes the first filled of several headers for one field, or all where they are to be joined', () => {
    const cells = { 编号: '', 序号: '7', 内容: 'a', 需求描述: 'b' }
    expect(createHeaderReader(names).read({ line: 2, cells })).to.deep.equal({ id: '7', text: 'a' })
    expect(createHeaderReader(names, ['text']).read({ line: 2, cells })).to.deep.equal({
      id: '7',
      text: 'a\nb',
    })
  })

  it('names the header under which a field was found', () => {
    const headers = createHeaderReader(names)
    headers.read({ line: 2, cells: { '内容（必填）': 'a' } })
    expect([headers.headerOf('text'), headers.headerOf('id')]).to.deep.equal(['内容（必填）', 'id'])
  })

  it('refuses a vocabulary in which one name stands for two fields', () => {
    expect(() => createHeaderReader({ id: ['编号'], title: ['编号'] })).to.throw(RangeError, '编号')
  })
})
