import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onCleanup } from '../setup.js'

const binary = fileURLToPath(new URL('../../bin/duijie.js', import.meta.url))

/** `duijie` in a process of its own, while the test goes on; killed after the test. */
export class Program {
  readonly process: ChildProcess
  readonly #ended: Promise<readonly [number | null, NodeJS.Signals | null]>
  stdout = ''
  stderr = ''

  constructor(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    this.process = spawn(process.execPath, [binary, ...args], {
      env: { PATH: process.env.PATH ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onCleanup(() => this.process.kill('SIGKILL'))
    this.#ended = once(this.process, 'close') as Promise<[number | null, NodeJS.Signals | null]>
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text
    })
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
  }

  /** Its exit status, or the name of the signal that ended it. */
  async ended(): Promise<number | string | null> {
    const [status, signal] = await this.#ended
    return signal ?? status
  }

  /** Where it serves, once it does. */
  url(): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const [, url] = /running: (\S+)\n/.exec(this.stderr) ?? []
        if (url) resolve(url)
      }
      this.process.stderr?.on('data', look)
      void this.#ended.then(() => reject(new Error(`it ended: ${this.stderr}`)))
      look()
    })
  }
}
