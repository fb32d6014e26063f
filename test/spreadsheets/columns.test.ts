import { expect } from 'chai'
import { createHeaderReader } from '../../src/platform/tables/index.js'
import { needHeaders, offeringHeaders, organizationHeaders } from '../../src/spreadsheets/columns.js'
import { needSheet } from '../../src/spreadsheets/need-sheet.js'
import { offeringSheet } from '../../src/spreadsheets/offering-sheet.js'
import { organizationSheet } from '../../src/spreadsheets/organization-sheet.js'

describe('the headers of a spreadsheet', () => {
  it('recognises those of the issue, in Chinese and English', () => {
    const needs = createHeaderReader(needHeaders)
    const cells = { 编号: '1', 标题: 'a', 需求描述: 'b', 类别: 'c', 服务对象: 'd', 街道: 'e', 社区: 'f' }
    expect(needs.read({ line: 2, cells })).to.deep.equal({
      id: '1',
      title: 'a',
      text: 'b',
      categories: 'c',
      targetGroups: 'd',
      street: 'e',
      community: 'f',
    })
    const offerings = createHeaderReader(offeringHeaders)
    const english = { ID: '1', Title: 'a', description: 'b', target_groups: 'd', organization: 'o' }
    expect(offerings.read({ line: 2, cells: english })).to.deep.equal({
      id: '1',
      title: 'a',
      text: 'b',
      targetGroups: 'd',
      organization: 'o',
    })
    expect([...needs.unrecognised, ...offerings.unrecognised]).to.deep.equal([])
  })

  it('recognises every header that an export writes, as the field it was written from', () => {
    const sheets = [
      [organizationHeaders, organizationSheet.columns],
      [offeringHeaders, offeringSheet(() => undefined).columns],
      [needHeaders, needSheet.columns],
    ] as const
    for (const [names, columns] of sheets) {
      const reader = createHeaderReader<string>(names)
      const cells = Object.fromEntries(columns.map(({ key, header }) => [header ?? key, key]))
      expect(reader.read({ line: 2, cells })).to.deep.equal(
        Object.fromEntries(columns.map(({ key }) => [key, key])),
      )
    }
  })
})
