import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadWeights } from '../../src/matching/index.js'
import { openWorkspace } from '../../src/workspace.js'
import { dataFolder, testConfig } from '../running.js'
import { onCleanup } from '../setup.js'
import { Program } from './program.js'

describe('duijie learn', function () {
  this.timeout(120_000)

  it('proposes weights, lists them, puts them to use with a reason, and says what it refuses', async () => {
    const { path: data, remove } = dataFolder()
    onCleanup(remove)
    await (await openWorkspace(testConfig(data))).close()
    const learn = async (...args: string[]) => {
      const program = new Program(['learn', ...args, '--data', data])
      return { status: await program.ended(), out: program.stdout, said: program.stderr }
    }
    const file = join(data, 'proposal.json')
    const weights = { ...loadWeights('seeds/model/weights.json'), version: 'learnt-1' }
    const report = [{ measure: 'live AUC', before: 0.7, after: 0.8, of: 120 }]
    writeFileSync(file, JSON.stringify({ weights, report }))
    expect(await learn('propose', file)).to.deep.equal({ status: 0, out: '', said: '' })
    expect((await learn('list')).out).to.match(
      /^ {3}learnt-1 {2}待批准 \/ proposed .* live AUC 0\.7 -> 0\.8 \(120\)\n$/,
    )
    expect((await learn('propose', file)).said).to.match(/^learnt-1: .*is known/)
    expect((await learn('use', 'nothing', '--reason', '试行')).said).to.match(/^nothing: .*is no version/)
    expect((await learn('use', 'learnt-1', '--reason', '试行')).status).to.equal(0)
    expect((await learn('list')).out).to.match(/^\* {2}learnt-1 {2}已批准 \/ approved/)
    writeFileSync(file, JSON.stringify({ weights: { ...weights, strong: 0.1 }, report }))
    expect(await learn('propose', file)).to.deep.include({ status: 1, out: '' })
    const labels = join(data, 'labels.jsonl')
    expect((await learn('labels', '--out', labels)).status).to.equal(0)
    expect(readFileSync(labels, 'utf8')).to.equal('')
    expect(JSON.parse((await learn('fairness')).out).groups[0]).to.deep.include({ by: 'all', group: 'all' })
  })
})
