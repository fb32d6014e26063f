import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'

/** Writes text and waits when the other side is slow. */
export async function put(out: Writable, text: string): Promise<void> {
  // A full disk was told once; waiting for it to drain would be for ever.
  if (out.errored) throw out.errored
  if (out.write(text)) return
  await new Promise<void>((resolve, reject) => {
    const done = (error?: Error) => {
      out.off('drain', done)
      out.off('error', done)
      if (error) reject(error)
      else resolve()
    }
    out.once('drain', done)
    out.once('error', done)
  })
}

export async function finish(out: Writable, { close }: { close: boolean }): Promise<void> {
  if (!close) return
  out.end()
  await finished(out)
}
