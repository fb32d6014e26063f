import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { aFolder } from '../platform/tables/files.js'
import { testConfig } from '../running.js'
import { bearerFor, type Headers } from '../signed-in.js'
import { Program } from './program.js'

const quiet = { DUIJIE_DEMO: 'off', DUIJIE_LOG: 'warn', DUIJIE_RATE_LIMIT: '0', PORT: '0' }

async function run(...args: string[]) {
  return runWith({}, ...args)
}

async function runWith(environment: Record<string, string>, ...args: string[]) {
  const program = new Program(args, environment)
  return { status: await program.ended(), stdout: program.stdout, stderr: program.stderr }
}

function serve(data: string): Program {
  return new Program(['serve'], { ...quiet, DUIJIE_DATA: data })
}

/** Headers of somebody who may; they stay good in the restored copies. */
let signedIn: Headers

async function post(url: string): Promise<string> {
  const need = { region: '440307003000', text: '独居老人需要上门陪伴', source: 'grid-worker' }
  const response = await fetch(`${url}/api/v1/needs`, {
    method: 'POST',
    headers: { ...signedIn, 'content-type': 'application/json' },
    body: JSON.stringify(need),
  })
  expect(response.status).to.equal(201)
  return ((await response.json()) as { id: string }).id
}

async function has(url: string, id: string): Promise<boolean> {
  return (await fetch(`${url}/api/v1/needs/${id}`, { headers: signedIn })).ok
}

describe('backup and restore by command', function () {
  // Seven starts of the program.
  this.timeout(300_000)

  it('take everything acknowledged from a server at work to another folder, and say the same digests', async () => {
    const [data, elsewhere] = [aFolder(), aFolder()]
    const file = join(elsewhere, 'backup.sqlite')
    signedIn = await bearerFor(testConfig(data))
    const server = serve(data)
    const url = await server.url()
    const before = [await post(url), await post(url)]
    const backup = run('backup', file, '--data', data)
    const during: string[] = []
    while (!existsSync(file)) during.push(await post(url))
    const backedUp = await backup
    expect([backedUp.status, backedUp.stderr]).to.deep.equal([0, ''])
    expect(during, 'written during the backup').not.to.have.length(0)

    const onto = await run('restore', file, '--data', data, '--replace')
    expect([onto.status, onto.stderr]).to.satisfy(
      ([status, text]: [number, string]) => status === 1 && text.includes('is in use'),
    )
    server.process.kill('SIGTERM')
    expect(await server.ended()).to.equal(0)

    const restored = await run('restore', file, '--data', join(elsewhere, 'data'))
    expect([restored.status, restored.stdout]).to.deep.equal([0, backedUp.stdout])
    expect(restored.stdout).to.match(/^needs: \d+ 条 \/ documents, sha256 [0-9a-f]{64}$/m)
    // The backup does not hold the keys, so that whoever finds it cannot read what is encrypted.
    copyFileSync(join(data, 'keys'), join(elsewhere, 'data', 'keys'))
    const again = serve(join(elsewhere, 'data'))
    const there = await again.url()
    expect(await Promise.all(before.map((id) => has(there, id)))).to.deep.equal([true, true])
    // What is in the backup of that which was written meanwhile is a beginning of it, without gaps.
    const kept = await Promise.all(during.map((id) => has(there, id)))
    expect(kept).to.deep.equal(kept.toSorted((a, b) => Number(b) - Number(a)))
  })

  it('are refused with a sentence where there is nothing to copy, and where MongoDB holds the records', async () => {
    const data = aFolder()
    const none = await run('backup', join(data, 'b'), '--data', join(data, 'none'))
    expect([none.status, none.stderr]).to.deep.equal([
      1,
      `${join(data, 'none')}: 这里还没有数据 / holds no data yet\n`,
    ])
    const missing = await run('restore', join(data, 'b'), '--data', data)
    expect([missing.status, missing.stderr]).to.deep.equal([
      1,
      `${join(data, 'b')}: 文件不存在 / is not there\n`,
    ])
    const MONGO_URL = 'mongodb://127.0.0.1:1/duijie'
    for (const command of ['backup', 'restore']) {
      const elsewhere = await runWith({ MONGO_URL }, command, join(data, 'b'), '--data', data)
      expect([elsewhere.status, elsewhere.stderr]).to.satisfy(
        ([status, text]: [number, string]) => status === 1 && text.includes('the records are in MongoDB'),
      )
    }
  })
})

describe('a server that is told to stop while it starts', function () {
  this.timeout(120_000)

  it('has done so when it ends, and reports no failure', async () => {
    const data = aFolder()
    const server = serve(data)
    const opened = join(data, 'duijie.sqlite')
    while (!existsSync(opened)) await new Promise((resolve) => setImmediate(resolve))
    expect(server.stderr).to.equal('')
    server.process.kill('SIGTERM')
    expect(await server.ended()).to.equal(0)
  })
})
