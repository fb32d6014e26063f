import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { aFile, aFolder } from '../platform/tables/files.js'

const binary = fileURLToPath(new URL('../../bin/duijie.js', import.meta.url))

function duijie(args: string[], environment: Record<string, string> = {}, input = '') {
  const env = { PATH: process.env.PATH ?? '', ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...args], {
    env,
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const needs =
  '编号,需求描述,街道,来源,数量,单位\nA-1,独居老人需要上门陪伴,布吉街道,走访,4,次\nA-2,孩子放学没人管,不存在街道,热线,1,人\n'

describe('the program duijie', function () {
  // A start costs a second, and several on a busy machine.
  this.timeout(120_000)

  it('explains itself in Chinese and English, with the variables that set up the server', () => {
    const { status, stdout } = duijie(['serve', '--help'])
    expect(status).to.equal(0)
    expect(stdout)
      .to.contain('用法 / Usage: duijie serve')
      .and.to.match(/PORT +服务端口 \/ where HTTP listens .*3000/)
  })

  it('ends with 1 for wrong usage, for a file that is not there and for a wrong variable, without a stack trace', () => {
    const runs = [
      duijie(['match', '--needs', 'x.csv']),
      duijie(['import', 'needs', '/nowhere.csv', '--data', aFolder()]),
      duijie(['serve'], { PORT: 'abc' }),
    ]
    expect(runs.map(({ status, stdout }) => [status, stdout])).to.deep.equal([
      [1, ''],
      [1, ''],
      [1, ''],
    ])
    expect(runs[0]?.stderr).to.contain('--offerings')
    expect(runs[1]?.stderr).to.equal('/nowhere.csv: 文件不存在 / there is no such file\n')
    expect(runs[2]?.stderr).to.equal(
      'PORT: 取值有误，应为：0 – 65535 / holds what it may not; allowed: 0 – 65535\n',
    )
  })

  it('imports what it can, says what it cannot and what changed, and exports what changes nothing when imported', () => {
    const data = aFolder()
    const file = aFile('needs.csv', needs)
    const trial = duijie(['import', 'needs', file, '--data', data])
    expect([trial.status, trial.stderr.split('\n')]).to.deep.equal([
      2,
      [
        `${file}:3 街道: 不认识“不存在街道” / “不存在街道” is not known`,
        `${file}:2 + A-1`,
        '（试运行，未写入）新增 1，修改 0，不变 0，未采用 1 / (dry run, nothing written) created 1, changed 0, unchanged 0, rejected 1',
        '',
      ],
    ])
    expect(duijie(['import', 'needs', file, '--data', data, '--apply']).stderr).to.contain('created 1')
    writeFileSync(file, needs.replace('4,次', '6,次'))
    expect(duijie(['import', 'needs', file, '--data', data]).stderr).to.contain(
      `${file}:2 ~ A-1 amount: {"value":4,"unit":"visit"} → {"value":6,"unit":"visit"}`,
    )
    const exported = join(data, 'out.xlsx')
    expect(duijie(['export', 'needs', '--out', exported, '--data', data]).status).to.equal(0)
    const again = duijie(['import', 'needs', exported, '--data', data])
    expect([again.status, again.stderr]).to.deep.equal([
      0,
      '（试运行，未写入）新增 0，修改 0，不变 1，未采用 0 / (dry run, nothing written) created 0, changed 0, unchanged 1, rejected 0\n',
    ])
  })

  it('reads standard input, and the doctor finds and repairs what the search index lacks', () => {
    const data = aFolder()
    const piped = duijie(['import', 'needs', '-', '--apply', '--data', data], {}, needs)
    expect([piped.status, piped.stdout]).to.deep.equal([2, ''])
    const before = JSON.parse(duijie(['doctor', '--json', '--data', data]).stdout)
    expect(before).to.deep.include({ healthy: true, backlog: { outbox: 2, search: 0 }, deadLetters: 0 })
    expect(before.collections[2]).to.deep.include({ documents: { store: 1, index: 0 } })
    expect(before.collections[2].missing).to.have.length(1)
    expect(before.collections[2].digest.index).not.to.equal(before.collections[2].digest.store)
    const { status, stdout } = duijie(['doctor', '--json', '--repair', '--data', data])
    const after = JSON.parse(stdout).collections[2]
    expect([status, after.missing, after.documents]).to.deep.equal([0, [], { store: 1, index: 1 }])
    expect(after.digest.index).to.equal(after.digest.store)
  })

  it('makes the search index anew from the data, of the kinds that are named, and says how far it is', () => {
    const data = aFolder()
    duijie(['import', 'needs', '-', '--apply', '--data', data], {}, needs)
    const { status, stdout, stderr } = duijie(['reindex', 'needs', '--data', data])
    expect([status, stdout, stderr]).to.deep.equal([
      0,
      '',
      '100% 1/1\nneeds：重建 1，不被接受 0 / 1 indexed anew, 0 refused\n',
    ])
    expect(duijie(['reindex', '--quiet', '--data', data]).stderr).to.match(
      /^organizations：.*\nofferings：.*\nneeds：.*\n$/,
    )
    expect(duijie(['reindex', 'people', '--data', data]).status).to.equal(1)
  })
})

describe('the doctor of a folder that is not there', function () {
  this.timeout(60_000)

  it('does not make one', () => {
    const data = join(aFolder(), 'none')
    const { status, stderr } = duijie(['doctor', '--data', data])
    expect([status, existsSync(data), stderr]).to.deep.equal([
      1,
      false,
      `${data}: 这里还没有数据 / holds no data yet\n`,
    ])
  })
})
