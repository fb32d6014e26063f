import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { matchColumns, matchFiles } from '../../src/cli/match-files.js'
import type { NeedInFile, OfferingInFile, Pairer } from '../../src/cli/pairer.js'
import { createTerminal } from '../../src/cli/terminal.js'
import { openTableWriter } from '../../src/platform/tables/index.js'
import { loadReferences, ownSeeds } from '../../src/seeds-folder.js'
import { aFile, aFolder, refusalOf } from '../platform/tables/files.js'

const { references } = loadReferences(ownSeeds, 'longgang')

/** Pairs every need with every offering, in their order: here only what goes in and out is looked at. */
class EveryPair implements Pairer {
  readonly offerings: OfferingInFile[] = []
  readonly needs: NeedInFile[] = []
  add(offering: OfferingInFile): void {
    this.offerings.push(offering)
  }
  pair(need: NeedInFile, { limit }: { limit: number }) {
    this.needs.push(need)
    return this.offerings.slice(0, limit).map(({ id }) => ({
      offeringId: id,
      score: 0.123456,
      fit: 'weak' as const,
      why: { zh: '因为', en: 'because' },
      features: { text: { value: 1, contribution: 0.5 } },
    }))
  }
}

async function match(
  needs: string,
  offerings: string,
  over: { top?: number; explain?: boolean; json?: boolean } = {},
) {
  const said: string[] = []
  const terminal = { ...createTerminal({ out: process.stderr, quiet: true, now: () => 0 }) }
  terminal.detail = (text) => said.push(text)
  terminal.say = (zh) => said.push(zh)
  const pairer = new EveryPair()
  const explain = over.explain ?? false
  const to = join(aFolder(), 'out')
  const writer = await openTableWriter({
    to,
    format: over.json ? 'jsonl' : 'csv',
    columns: matchColumns(explain),
  })
  const options = { needs, offerings, top: over.top ?? 10, fit: 'weak', explain, language: 'zh' } as const
  const summary = await matchFiles(options, { pairer, references, terminal, writer })
  await writer.end()
  return { summary, said, pairer, output: readFileSync(to, 'utf8') }
}

const offerings = () =>
  aFile('offerings.csv', '编号,服务名称,机构,服务区域,备注\no1,助餐,甲中心,布吉街道,x\no2,陪伴,,,\n')

describe('matching two files', () => {
  it('writes the pairings of each need, at most as many as asked for', async () => {
    const { output, summary } = await match(
      aFile('needs.csv', 'id,text\nn1,要午餐\nn2,要人陪\n'),
      offerings(),
      { top: 1 },
    )
    expect(output).to.equal(
      '\ufeffneedId,offeringId,rank,score,fit,reasons\r\nn1,o1,1,0.1235,weak,因为\r\nn2,o1,1,0.1235,weak,因为\r\n',
    )
    expect(summary).to.deep.equal({ needs: 2, offerings: 2, pairings: 2, rejected: 0 })
  })

  it('gives features as objects in JSON lines when they are asked for', async () => {
    const needs = aFile('needs.jsonl', '{"id":"n1","text":"要午餐"}\n')
    const { output } = await match(needs, offerings(), { top: 1, explain: true, json: true })
    expect(JSON.parse(output)).to.have.deep.property('features', { text: { value: 1, contribution: 0.5 } })
  })

  it('lists every bad row with file, line and cause, and does the rest', async () => {
    const needs = aFile(
      'needs.csv',
      'id,title,text\n,a,b\nn1,,\nn2,只有标题,\nn2,again,x\nn3,a,b,c,d\nn4,,只有内容\n',
    )
    const { said, summary, pairer } = await match(needs, offerings())
    expect(
      said.filter((line) => line.startsWith(`${needs}:`)).map((line) => line.slice(needs.length)),
    ).to.deep.equal([
      ':2 id: 没有编号 / has no id',
      ':3 text: 标题和内容都是空的 / has neither title nor text',
      ':5 id: 编号 n2 在第 4 行已出现 / repeats the id n2 of line 4',
      ':6: 有 5 格，表头只有 3 列；含逗号的内容要加引号 / has 5 cells under 3 headers; put text that holds commas in quotation marks',
    ])
    expect(summary).to.deep.include({ needs: 2, rejected: 4 })
    expect(pairer.needs.map(({ title, text }) => [title, text])).to.deep.equal([
      ['只有标题', '只有标题'],
      ['只有内容', '只有内容'],
    ])
  })

  it('understands places and categories by name, and tells once what it does not know', async () => {
    const text = 'id,text,街道,类别,年龄\nn1,a,布吉街道,外星,60岁以上\nn2,b,,外星,\n'
    const { said, pairer } = await match(aFile('needs.csv', text), offerings())
    expect(pairer.needs[0]).to.deep.include({
      region: references.region('布吉街道'),
      ages: { from: 60, to: 120 },
    })
    expect(pairer.offerings[0]).to.deep.include({
      organization: '甲中心',
      coverage: [references.region('布吉街道')],
    })
    expect(said.filter((line) => line.includes('外星'))).to.have.length(1)
    expect(said.filter((line) => line.includes('备注'))).to.have.length(1)
  })

  it('refuses a file of offerings that has none', async () => {
    const empty = aFile('offerings.csv', 'id,text\n')
    const refusal = await refusalOf(match(aFile('needs.csv', 'id,text\nn1,a\n'), empty))
    expect(refusal).to.equal(`${empty}: file.noRows`)
  })
})
