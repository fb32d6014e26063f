import type { Headers } from '../signed-in.js'
import { pick, seeded } from './random.js'

/** What test clients post over HTTP; each numbers its text. */
export const postedNeed = {
  region: '440307003000',
  text: '社区里有位独居老人，腿脚不便，需要有人上门陪伴。',
  beneficiaries: { count: 1 },
  amount: { value: 8, unit: 'visit' },
  source: 'visit',
}

/**
 * Four writers that create, amend and remove needs one request after the other until the server is gone.
 * @param signedIn headers of somebody who may
 * @param onAcknowledged told how many have been acknowledged
 * @returns the acknowledgements, as server-child.ts says them
 */
export async function writeOverHttp(
  url: string,
  signedIn: Headers,
  seed: number,
  onAcknowledged: (count: number) => void,
): Promise<string[]> {
  const acknowledged: string[] = []
  const acknowledge = (line: string) => onAcknowledged(acknowledged.push(line))
  const random = seeded(seed)
  const writers = Array.from({ length: 4 }, () => write(url, signedIn, random, acknowledge))
  await Promise.all(writers)
  return acknowledged
}

async function write(
  url: string,
  signedIn: Headers,
  random: () => number,
  acknowledge: (line: string) => void,
): Promise<void> {
  const own = new Map<string, number>()
  for (let count = 0; ; count++) {
    const [id, revision] = pick(random, [...own, undefined]) ?? []
    const removing = id !== undefined && random() < 0.3
    const method = id === undefined ? 'POST' : removing ? 'DELETE' : 'PUT'
    const body = removing
      ? {}
      : { body: JSON.stringify({ ...postedNeed, text: `${postedNeed.text}第${count}次。` }) }
    const headers = {
      ...signedIn,
      'content-type': 'application/json',
      ...(id ? { 'if-match': `"${revision}"` } : {}),
    }
    const path = id === undefined ? '/api/v1/needs' : `/api/v1/needs/${id}`
    const answer = await asked(url + path, { method, headers, ...body })
    if (!answer) return
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    if (removing) {
      own.delete(id)
      acknowledge(`- ${id}`)
    } else {
      const kept: { id: string; revision: number } = JSON.parse(answer.text)
      own.set(kept.id, kept.revision)
      acknowledge(`= ${kept.id} ${kept.revision}`)
    }
  }
}

/** The answer, or undefined when the server went away before it was whole. */
async function asked(url: string, init: RequestInit) {
  try {
    const response = await fetch(url, init)
    return { ok: response.ok, status: response.status, text: await response.text() }
  } catch {
    return undefined
  }
}
