import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs a script of this folder in a process of its own, with an IPC channel and `gc()`. */
export function forkChild(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return fork(fileURLToPath(new URL(path, import.meta.url)), [...args], {
    execArgv: ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx'],
    env: { ...process.env, ...env },
  })
}

/** The next message of a child. Rejects when it ends without one; it has said why on stderr. */
export function messageFrom<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`ended with status ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })
}

/** Asks a child and waits for its answer. */
export function ask<T>(child: ChildProcess, question: string): Promise<T> {
  const answer = messageFrom<T>(child)
  child.send(question)
  return answer
}

/** Asks a child to end and waits until it has. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await ended
}
