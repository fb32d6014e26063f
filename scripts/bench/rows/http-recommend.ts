import autocannon from 'autocannon'
import { median, ms, type Row } from '../row.js'
import { startServer } from '../server.js'

const connections = 50
const rounds = 4
const seconds = 2

/** CPU time of a recommendation over HTTP beside that of the same one asked for within the process. */
export async function httpRecommend(): Promise<Row[]> {
  const server = await startServer()
  try {
    const url = `${server.url}/api/v1/needs?state=open&limit=100`
    const { items } = (await (await fetch(url, { headers: server.signedIn })).json()) as {
      items: { id: string }[]
    }
    const requests = items.map(({ id }) => ({ path: `/api/v1/needs/${id}/recommendations` }))
    const overHttp: number[] = []
    const direct: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const before = await server.cpu()
      const load = await autocannon({
        url: server.url,
        connections,
        duration: seconds,
        requests,
        headers: server.signedIn,
      })
      if (load.non2xx || load.errors) throw new Error(`${load.non2xx} refused, ${load.errors} failed`)
      const spent = (await server.cpu()) - before
      const total = load.requests.total
      const within = await server.recommendDirectly(total)
      // The first round is for warming up.
      if (round) {
        overHttp.push(spent / total / 1_000)
        direct.push(within / total / 1_000)
      }
    }
    const ratio = median(overHttp.map((each, round) => each / (direct[round] as number)))
    return [
      {
        what: `HTTP recommend, ${connections} connections`,
        ours: `${ms(median(overHttp))} of CPU a request`,
        against: `${ms(median(direct))} in process`,
        ratio: times(ratio),
        reach: 'x1.3 at most',
        reached: ratio <= 1.3,
        notes: [
          'both read the need from the store and analyse its text; CPU time includes collection of garbage',
        ],
      },
    ]
  } finally {
    await server.stop()
  }
}

const times = (ratio: number): string => `x${ratio.toFixed(2)}`
