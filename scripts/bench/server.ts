import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, end, forkChild, messageFrom } from './child.js'
import type { SignedIn } from './signed-in.js'

/** Duijie with the demo's data, in a process of its own and a data folder that is removed again. */
export interface BenchServer {
  readonly url: string
  /** Headers of somebody who may read needs. */
  readonly signedIn: SignedIn
  /** CPU time it has used so far, in microseconds. */
  cpu(): Promise<number>
  /** CPU time of so many recommendations asked for without HTTP, in microseconds. */
  recommendDirectly(times: number): Promise<number>
  stop(): Promise<void>
}

export async function startServer(): Promise<BenchServer> {
  const data = mkdtempSync(join(tmpdir(), 'duijie-bench-'))
  const child = forkChild('./children/server.ts', [], {
    DUIJIE_DATA: data,
    DUIJIE_LOG: 'warn',
    DUIJIE_RATE_LIMIT: '0',
    PORT: '0',
  })
  const said = await messageFrom<Pick<BenchServer, 'url' | 'signedIn'>>(child)
  return {
    ...said,
    cpu: () => ask<number>(child, 'cpu'),
    recommendDirectly: (times) => ask<number>(child, `recommend ${times}`),
    async stop() {
      await end(child)
      rmSync(data, { recursive: true })
    },
  }
}
