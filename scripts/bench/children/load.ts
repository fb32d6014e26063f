import { Matcher } from '../../../src/matching/index.js'
import { createMiniSearch } from '../rankers/minisearch.js'
import { coarse } from '../rankers/ranker.js'
import { putSynthetic, syntheticDocuments, syntheticProfiles } from '../synthetic.js'
import { openWorkbench } from '../workbench.js'

/** Bytes that holding the offerings adds to an otherwise ready process. */
export interface Held {
  readonly heap: number
  readonly rss: number
  /** Of the process before it held any: language, dictionary and code. */
  readonly before: number
}

const [who, count] = [process.argv[2], Number(process.argv[3])]
const bench = openWorkbench()
coarse('预热分词')
const load = who === 'duijie' ? prepareMatcher() : prepareMiniSearch()
const before = settledMemory()
const held = load()
const after = settledMemory()
const used = after.used - before.used + sharedBytes(held)
const answer: Held = { heap: used, rss: after.rss - before.rss, before: before.rss }
process.send?.(answer, () => process.exit(held ? 0 : 1))

/** Profiles are analysed before and copied while loading, so that each offering has its own, as in a real store. */
function prepareMatcher() {
  const profiles = syntheticProfiles(count, bench.language)
  return () => {
    const matcher = bench.createMatcher()
    putSynthetic(matcher, count, profiles, bench.regions, true)
    matcher.settle()
    return matcher
  }
}

function prepareMiniSearch() {
  return () => createMiniSearch(syntheticDocuments(count), coarse)
}

/** Profiles and envelopes lie in memories of WebAssembly, which V8 counts nowhere. */
function sharedBytes(held: unknown): number {
  if (!(held instanceof Matcher)) return 0
  return [held.offerings, held.needs].reduce((sum, { rows }) => sum + rows.memory.buffer.byteLength, 0)
}

/** Array buffers lie outside V8's heap: they count as used. */
function settledMemory(): { used: number; rss: number } {
  for (let i = 0; i < 4; i++) globalThis.gc?.()
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
  return { used: heapUsed + arrayBuffers, rss }
}
