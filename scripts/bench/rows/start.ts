import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configFor } from '../../../src/cli/command-config.js'
import { end } from '../child.js'
import { ms, type Row } from '../row.js'
import { type SignedIn, signIn } from '../signed-in.js'

const patience = 60_000

/** From `duijie serve` to the first answer, on an empty data folder (which takes in the demo) and on the filled one. */
export async function start(): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'duijie-bench-'))
  const port = await freePort()
  try {
    const signedIn = await signIn(configFor({ data }))
    const first = await firstAnswer(data, port, signedIn)
    const again = await firstAnswer(data, port, signedIn)
    return [
      {
        what: 'start to first answer with demo data loaded',
        ours: ms(again),
        against: `${ms(first)} on an empty folder, demo data written first`,
        ratio: '-',
        reach: 'reported',
        reached: undefined,
        notes: ['the first answer is a list of needs that holds one'],
      },
    ]
  } finally {
    rmSync(data, { recursive: true })
  }
}

async function firstAnswer(data: string, port: number, signedIn: SignedIn): Promise<number> {
  const began = performance.now()
  const env = { ...process.env, DUIJIE_DATA: data, PORT: String(port), DUIJIE_LOG: 'warn' }
  const server = spawn(process.execPath, ['bin/duijie.js', 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    for (;;) {
      if (server.exitCode !== null) throw new Error(`serve ended with status ${server.exitCode}`)
      if (performance.now() - began > patience) throw new Error(`no answer in ${patience} ms`)
      if (await answers(`http://127.0.0.1:${port}/api/v1/needs?limit=1`, signedIn))
        return performance.now() - began
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  } finally {
    await end(server)
  }
}

async function answers(url: string, headers: SignedIn): Promise<boolean> {
  try {
    const answer = await fetch(url, { headers })
    return answer.ok && ((await answer.json()) as { items: unknown[] }).items.length > 0
  } catch {
    return false // it does not listen yet
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
