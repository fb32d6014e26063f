import type { ChildProcess } from 'node:child_process'
import { ask, end, forkChild, messageFrom } from '../child.js'
import { coarse, mostWords, queryWords } from '../rankers/ranker.js'
import { median, ms, quantile, type Row, times } from '../row.js'
import { racedNeeds } from '../synthetic.js'
import { openWorkbench } from '../workbench.js'

const rounds = 5
/** Before the code of those is compiled that need a fraction of a millisecond. */
const warmUps = 10
/** Loading 100,000 into Orama must not take longer than this, guessed from 10,000. */
const longestLoad = 30_000

interface Contender {
  readonly name: string
  readonly child: ChildProcess
  readonly sample: number[]
}

/** Recommend for one need, from its text to the answer, beside text search over the same texts. */
export async function recommend(): Promise<Row[]> {
  const lengths = lengthsOf()
  const rows: Row[] = []
  let oramaLoad = 0
  for (const [count, reach] of [
    [10_000, 10],
    [100_000, 50],
  ] as const) {
    const notes = [lengths]
    const names = ['duijie', 'MiniSearch', 'FTS5']
    if ((oramaLoad * count) / 10_000 <= longestLoad) names.push('Orama')
    else notes.push(`Orama left out: ${count} would take it ${Math.round(oramaLoad / 1_000) * 10} s to load`)
    const contenders: Contender[] = []
    for (const name of names) {
      const { load, ...contender } = await enter(name, count)
      contenders.push(contender)
      if (name === 'Orama') oramaLoad = load
    }
    await race(contenders)
    rows.push(rowOf(count, reach, contenders, notes))
    await Promise.all(contenders.map(({ child }) => end(child)))
  }
  return rows
}

function lengthsOf(): string {
  const needs = racedNeeds(openWorkbench().regions)
  const words = needs.map(({ text }) => queryWords(text, coarse).length)
  const asked = words.map((count) => Math.min(count, mostWords))
  return `theirs: at most ${mostWords} words of a need, OR (median ${median(asked)}); ours: the whole text (median ${median(words)})`
}

/** In a process of its own: none is held up by the garbage of another. */
async function enter(name: string, count: number): Promise<Contender & { readonly load: number }> {
  // A slow one answers only every so many needs: it would take minutes.
  const every = name === 'duijie' ? 1 : count > 10_000 ? 30 : 6
  const child = forkChild('./children/contender.ts', [name, String(count), String(every)])
  return { name, child, sample: [], load: await messageFrom<number>(child) }
}

/** In turn, so that a busy moment of the machine meets all of them. */
async function race(contenders: readonly Contender[]): Promise<void> {
  for (let round = 0; round < warmUps + rounds; round++) {
    for (const { child, sample } of contenders) {
      const took = await ask<number[]>(child, 'round')
      if (round >= warmUps) sample.push(...took)
    }
  }
}

function rowOf(
  count: number,
  reach: number,
  contenders: readonly Contender[],
  notes: readonly string[],
): Row {
  const [ours, ...others] = contenders as [Contender, ...Contender[]]
  const ofFastest = (share: number) => Math.min(...others.map(({ sample }) => quantile(sample, share)))
  const ratios = [0.5, 0.99].map((share) => ofFastest(share) / quantile(ours.sample, share)) as [
    number,
    number,
  ]
  return {
    what: `recommend, ${count.toLocaleString('en')} offerings`,
    ours: figures(ours),
    against: others.map((other) => `${other.name} ${figures(other)}`).join('; '),
    ratio: `${times(ratios[0])} (p50) ${times(ratios[1])} (p99)`,
    reach: `${reach} times faster than the fastest`,
    reached: ratios[0] >= reach,
    notes: [
      ...notes,
      'offerings beyond 10,000 repeat the same texts under other regions and organisations; each text is analysed once',
      'each in a process of its own, asked in turn; ours: analysis of the text, retrieval, rules, scores, explanations; theirs: words of the text, search',
    ],
  }
}

const figures = ({ sample }: Contender): string =>
  `${ms(quantile(sample, 0.5))} / ${ms(quantile(sample, 0.99))}`
