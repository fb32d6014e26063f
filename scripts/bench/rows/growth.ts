import { comparisonOf } from '../../../src/matching/features.js'
import type { Matcher } from '../../../src/matching/index.js'
import { scoreAll } from '../exhaustive.js'
import { median, ms, type Row, timed, times } from '../row.js'
import { putSynthetic, sampleNeeds, syntheticProfiles, today, year } from '../synthetic.js'
import { openWorkbench } from '../workbench.js'

const sizes = [10_000, 1_000_000] as const
/** How deep the retrieval is compared with scoring everything; the most that one recommendation gives. */
const depth = 100
/** Scores are given with four digits. */
const rounding = 0.000_051

/** What recommend costs when there is a hundred times as much, and whether it still finds the best. */
export async function growth(): Promise<Row[]> {
  const bench = openWorkbench()
  const profiles = syntheticProfiles(sizes[1], bench.language)
  const [small, large] = sizes.map((count) => {
    const matcher = bench.createMatcher()
    putSynthetic(matcher, count, profiles, bench.regions)
    matcher.settle()
    return matcher
  }) as [Matcher, Matcher]
  const needs = sampleNeeds(300, bench.regions)
  const costs: [number[], number[]] = [[], []]
  for (const [i, { text, facts }] of [...needs, ...needs].entries()) {
    for (const [at, matcher] of [small, large].entries()) {
      const took = await timed(() =>
        matcher.recommend(matcher.analyse(text, {}, year), facts, { limit: 10, today }),
      )
      if (i >= needs.length) costs[at]?.push(took)
    }
  }
  const [before, after] = costs.map(median) as [number, number]
  const cost: Row = {
    what: 'growth of recommend, 10,000 -> 1,000,000',
    ours: ms(after),
    against: `${ms(before)} at 10,000`,
    ratio: times(after / before),
    reach: 'x4 at most',
    reached: after / before <= 4,
    notes: [
      'the same 10,000 texts, each analysed once, are repeated under other regions, organisations and capacities',
    ],
  }
  return [cost, recallRow('10,000', small, 40, bench), recallRow('1,000,000', large, 12, bench)]
}

/**
 * Of the best hundred that scoring everything finds, how many the retrieval finds as well. Offerings with the score of
 * the hundredth are as good as it is, whichever of them come back.
 */
function recallRow(
  size: string,
  matcher: Matcher,
  queries: number,
  bench: ReturnType<typeof openWorkbench>,
): Row {
  const by = comparisonOf(bench.language.taxonomy)
  const recalls: number[] = []
  for (const { text, facts } of sampleNeeds(queries, bench.regions, 5)) {
    const analysis = matcher.analyse(text, {}, year)
    const regionChain = bench.regions.chain(facts.region as string)
    const { weights } = bench
    const best = scoreAll(matcher, analysis, facts, by, { weights, regionChain, today, limit: depth })
    const least = best.at(-1) ?? 0
    const { items } = matcher.recommend(analysis, facts, { limit: depth, today, perProvider: depth })
    recalls.push(items.filter(({ score }) => score >= least - rounding).length / best.length)
  }
  const recall = recalls.reduce((sum, value) => sum + value, 0) / recalls.length
  return {
    what: `Recall@${depth} of the retrieval, ${size} offerings`,
    ours: recall.toFixed(3),
    against: 'scoring everything with the same scorer',
    ratio: recall.toFixed(3),
    reach: '>= 0.95',
    reached: recall >= 0.95,
    notes: [`${queries} needs; the worst ${Math.min(...recalls).toFixed(2)}`],
  }
}
