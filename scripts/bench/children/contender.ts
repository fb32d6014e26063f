/**
 * One engine over synthetic offerings: `node … contender.ts NAME COUNT EVERY`. Sends how many milliseconds it took to fill, then
 * answers each message with how long every EVERY-th need took it, in milliseconds.
 */
import { createFts5 } from '../rankers/fts5.js'
import { createMiniSearch } from '../rankers/minisearch.js'
import { createOrama } from '../rankers/orama.js'
import { coarse, mostWords, type Ranker } from '../rankers/ranker.js'
import { timed } from '../row.js'
import { putSynthetic, racedNeeds, syntheticDocuments, syntheticProfiles, today, year } from '../synthetic.js'
import { openWorkbench } from '../workbench.js'

const limit = 10

type Need = ReturnType<typeof racedNeeds>[number]
type Answer = (need: Need) => unknown

const [name = '', count, every] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])]
const bench = openWorkbench()
const needs = racedNeeds(bench.regions).filter((_, i) => i % every === 0)
const rankers: Readonly<Record<string, () => Ranker | Promise<Ranker>>> = {
  MiniSearch: () => createMiniSearch(syntheticDocuments(count), coarse),
  FTS5: () => createFts5(syntheticDocuments(count), coarse),
  Orama: () => createOrama(syntheticDocuments(count), coarse),
}
const start = performance.now()
const answer = await (name === 'duijie' ? ours() : theirs())
const filled = performance.now() - start
process.on('message', () => void round())
process.send?.(filled)

function ours(): Answer {
  const matcher = bench.createMatcher()
  putSynthetic(matcher, count, syntheticProfiles(count, bench.language), bench.regions)
  matcher.settle()
  return ({ text, facts }) => matcher.recommend(matcher.analyse(text, {}, year), facts, { limit, today })
}

async function theirs(): Promise<Answer> {
  const ranker = await rankers[name]?.()
  if (!ranker) throw new Error(`no contender ${name}`)
  return ({ text }) => ranker.rank(text, limit, mostWords)
}

async function round(): Promise<void> {
  const sample: number[] = []
  for (const need of needs) sample.push(await timed(() => answer(need)))
  process.send?.(sample)
}
