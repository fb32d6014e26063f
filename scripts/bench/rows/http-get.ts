import autocannon from 'autocannon'
import { end, forkChild, messageFrom } from '../child.js'
import { median, type Row } from '../row.js'
import { startServer } from '../server.js'

const connections = 50
const rounds = 5
const seconds = 2
/** Set by each server for itself. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive'])

/** One need over HTTP beside bare Express 5, which sends the same bytes with the same headers. */
export async function httpGet(): Promise<Row[]> {
  const ours = await startServer()
  const list = (await (
    await fetch(`${ours.url}/api/v1/needs?limit=1`, { headers: ours.signedIn })
  ).json()) as { items: { id: string }[] }
  const path = `/api/v1/needs/${list.items[0]?.id}`
  const answer = await fetch(ours.url + path, { headers: ours.signedIn })
  const body = await answer.text()
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !ownHeaders.has(name)))
  const express = forkChild('./children/express.ts', ['/api/v1/needs/:id', body, JSON.stringify(headers)])
  try {
    const bare = await messageFrom<string>(express)
    if ((await (await fetch(bare + path)).text()) !== body) throw new Error('Express sends something else')
    const rates: [number[], number[]] = [[], []]
    for (let round = 0; round <= rounds; round++) {
      for (const [at, url] of [ours.url, bare].entries()) {
        const { requests, non2xx, errors } = await autocannon({
          url: url + path,
          connections,
          duration: seconds,
          headers: ours.signedIn,
        })
        if (non2xx || errors) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`)
        // The first round is for warming up.
        if (round) rates[at]?.push(requests.total / seconds)
      }
    }
    const ratio = median(rates[0].map((rate, round) => rate / (rates[1][round] as number)))
    return [
      {
        what: `HTTP GET one need, ${connections} connections`,
        ours: `${Math.round(median(rates[0]))} a second`,
        against: `bare Express 5 ${Math.round(median(rates[1]))} a second`,
        ratio: `x${ratio.toFixed(2)}`,
        reach: '>= 0.7',
        reached: ratio >= 0.7,
        notes: [
          `median of ${rounds} rounds in turn; ${Buffer.byteLength(body)} bytes; read from the store each time`,
        ],
      },
    ]
  } finally {
    await Promise.all([ours.stop(), end(express)])
  }
}
