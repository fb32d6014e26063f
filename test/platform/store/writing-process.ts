import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onCleanup } from '../../setup.js'

const script = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url))

/** Another process, which writes into the file at `path` until it is killed. */
export class WritingProcess {
  readonly #child: ChildProcess
  #printed = ''

  constructor(path: string) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', script, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onCleanup(() => this.#child.kill('SIGKILL'))
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#printed += text
    })
  }

  /** The ids whose write it was told of as done. */
  get acknowledged(): readonly string[] {
    return this.#printed.split('\n').slice(0, -1)
  }

  /** Resolves when it has got so far. */
  wrote(count: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => this.acknowledged.length >= count && resolve()
      this.#child.stdout?.on('data', look)
      this.#child.once('close', (status) => reject(new Error(`the writer ended with ${status}`)))
      look()
    })
  }

  async kill(): Promise<void> {
    const closed = once(this.#child, 'close')
    this.#child.kill('SIGKILL')
    await closed
  }
}
