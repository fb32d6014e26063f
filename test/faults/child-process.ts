import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { onCleanup } from '../setup.js'

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** A process that is watched from outside and dies with the test. */
export type WatchedChild = ReturnType<typeof watched>

/**
 * Runs a script of this folder; what it says on stdout is listened to.
 * @param over variables of its environment, beside this process's own
 */
export function startScript(
  name: string,
  args: readonly string[],
  over: Readonly<Record<string, string>> = {},
): WatchedChild {
  const script = fileURLToPath(new URL(`./${name}`, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: 'pipe',
    env: { ...process.env, ...over },
  })
  return watched(child, 'stdout')
}

/** The real server on any free port, silent, without demo or limit of rate; it says its address on stderr. */
export function startServer(over: Readonly<Record<string, string>>): WatchedChild {
  const bin = fileURLToPath(new URL('../../bin/duijie.js', import.meta.url))
  const env = {
    ...process.env,
    PORT: '0',
    DUIJIE_DEMO: 'off',
    DUIJIE_RATE_LIMIT: '0',
    DUIJIE_LOG: 'silent',
    ...over,
  }
  return watched(spawn(process.execPath, [bin, 'serve'], { stdio: 'pipe', env }), 'stderr')
}

/** Listens to one of its outputs and fails when it ends by itself. */
function watched(process: Child, output: 'stdout' | 'stderr') {
  let said = ''
  let wrong = ''
  let wake = () => {}
  process[output].setEncoding('utf8').on('data', (text: string) => {
    said += text
    wake()
  })
  process.on('close', () => wake())
  process.stderr.on('data', (text: Buffer) => {
    wrong += text
  })
  const hasEnded = () => process.exitCode !== null || process.signalCode !== null
  onCleanup(() => process.kill('SIGKILL'))
  return {
    process,
    async says(pattern: string | RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const found = new RegExp(pattern).exec(said)
        if (found) return found
        if (hasEnded()) throw new Error(`ended with ${process.exitCode}: ${wrong}`)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    /** The whole lines it said. */
    async kill(): Promise<string[]> {
      const closed = once(process, 'close')
      if (hasEnded()) throw new Error(`ended with ${process.exitCode}: ${wrong}`)
      process.kill('SIGKILL')
      await closed
      return said.split('\n').slice(0, -1)
    },
    /** Asks it to end, and waits until it has. @returns its exit code */
    async end(): Promise<number | null> {
      const closed = once(process, 'close')
      process.kill('SIGTERM')
      await closed
      return process.exitCode
    },
  }
}
