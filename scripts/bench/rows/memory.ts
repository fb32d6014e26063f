import { forkChild, messageFrom } from '../child.js'
import type { Held } from '../children/load.js'
import { type Row, times } from '../row.js'

const count = 100_000

/** What 100,000 offerings take in memory, each side in a fresh process. */
export async function memory(): Promise<Row[]> {
  const [ours, theirs] = (await Promise.all(['duijie', 'minisearch'].map(held))) as [Held, Held]
  const ratio = ours.heap / theirs.heap
  return [
    {
      what: `memory, ${count.toLocaleString('en')} offerings`,
      ours: `heap and buffers ${mb(ours.heap)}, resident ${mb(ours.rss)}`,
      against: `MiniSearch: heap ${mb(theirs.heap)}, resident ${mb(theirs.rss)}`,
      ratio: `${times(ratio)}, resident ${times(ours.rss / theirs.rss)}`,
      reach: 'at most half',
      reached: ratio <= 0.5,
      notes: [
        `what loading adds, after collection; language and code, before: ${mb(ours.before)}`,
        'MiniSearch keeps ids and words only; ours also the facts that the rules look at',
      ],
    },
  ]
}

async function held(who: string): Promise<Held> {
  return messageFrom<Held>(forkChild('./children/load.ts', [who, String(count)]))
}

const mb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`
