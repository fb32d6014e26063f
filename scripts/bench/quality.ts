/**
 * How good the answers are, beside plain text rankers that are given the same words:
 *   npm run bench:quality [FOLDER...]
 * A folder holds needs.jsonl, offerings.jsonl and qrels.tsv; without one it is ../shared/benchmark,
 * test/matching/held-out and test/matching/unseen. Our side is the command line's own code path. Exit status 1 when nothing could be measured.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createMatcherPairer } from '../../src/cli/matcher-pairer.js'
import type { NeedInFile } from '../../src/cli/pairer.js'
import { loadReferences, ownSeeds } from '../../src/seeds-folder.js'
import {
  type LabelledNeed,
  type LabelledSet,
  meanQuality,
  qualityOf,
  readLabelled,
} from '../train/labelled.js'
import { createBigrams } from './rankers/bigrams.js'
import { createFts5 } from './rankers/fts5.js'
import { createMiniSearch } from './rankers/minisearch.js'
import { createOrama } from './rankers/orama.js'
import { fine, type Ranker } from './rankers/ranker.js'
import { tableOf } from './table.js'

/** Deep enough for MRR: what stands lower adds less than 0.01. */
const depth = 100
/** Rules look at the day; the sets name no days, so any will do. */
const today = '2026-01-01'
/** Also the style of needs that nothing serves. */
const nothing = 'none'

interface Measured {
  readonly name: string
  readonly rankings: ReadonlyMap<string, readonly string[]>
}

interface Ours extends Measured {
  /** Needs that are told that nothing fits. */
  readonly unserved: ReadonlySet<string>
}

type StyledNeed = LabelledNeed & { readonly style?: string }

function folders(): string[] {
  const asked = process.argv.slice(2)
  const own = ['held-out', 'unseen'].map((name) => join('test', 'matching', name))
  return asked.length ? asked : [join('..', 'shared', 'benchmark'), ...own]
}

async function reportOn(folder: string): Promise<string> {
  const set = readLabelled(folder)
  const ours = matched(set)
  const all: Measured[] = [ours]
  const makers = [createMiniSearch, createOrama, createFts5, createBigrams]
  for (const make of makers) all.push(await ranked(await make(set.offerings, fine), set))
  const judged = set.needs.filter(({ id }) => set.grades.has(id))
  const answerable = judged.filter((need) => hasGood(need, set))
  const lines = [
    `${folder}: ${set.needs.length} needs, ${set.offerings.length} offerings`,
    tableOf(
      ['ranker', 'nDCG@10', 'Recall@20', 'MRR', 'P@3'],
      all.map((m) => [m.name, ...figures(m, judged, set)]),
    ),
    '',
    'per category (duijie; nDCG@10 of the others)',
    categoryTable(all, judged, set),
    '',
    ...apart(ours, judged.length - answerable.length, answerable, set),
  ]
  return `${lines.join('\n')}\n`
}

/** As `duijie match` does it. */
function matched({ needs, offerings }: LabelledSet): Ours {
  const { regions } = loadReferences(ownSeeds, 'longgang')
  const pairer = createMatcherPairer(ownSeeds, regions, today)
  for (const offering of offerings) pairer.add({ ...offering, categories: [], groups: [], coverage: [] })
  const rankings = new Map<string, string[]>()
  const unserved = new Set<string>()
  for (const { id, text } of needs) {
    const need: NeedInFile = { id, title: text, text, categories: [], groups: [] }
    const pairings = pairer.pair(need, { limit: depth, explain: false, fit: 'weak' })
    rankings.set(
      id,
      pairings.map(({ offeringId }) => offeringId),
    )
    if (pairings.every(({ fit }) => fit === 'weak')) unserved.add(id)
  }
  return { name: 'duijie', rankings, unserved }
}

async function ranked(ranker: Ranker, { needs }: LabelledSet): Promise<Measured> {
  const rankings = new Map<string, string[]>()
  for (const { id, text } of needs) rankings.set(id, await ranker.rank(text, depth))
  ranker.close()
  return { name: ranker.name, rankings }
}

const hasGood = ({ id }: LabelledNeed, { grades }: LabelledSet): boolean =>
  [...(grades.get(id)?.values() ?? [])].some((grade) => grade >= 2)

/** nDCG@10 over all judged needs; the other three over those that something helps. */
function figures({ rankings }: Measured, needs: readonly LabelledNeed[], set: LabelledSet): string[] {
  const quality = (need: LabelledNeed) =>
    qualityOf(rankings.get(need.id) ?? [], set.grades.get(need.id) ?? new Map())
  const { ndcg10 } = meanQuality(needs.map(quality))
  const good = needs.filter((need) => hasGood(need, set))
  const { recall20, mrr, p3 } = meanQuality(good.map(quality))
  return [three(ndcg10), ...[recall20, mrr, p3].map((value) => (good.length ? three(value) : '-'))]
}

const three = (value: number): string => value.toFixed(3)

function categoryTable(all: readonly Measured[], judged: readonly LabelledNeed[], set: LabelledSet): string {
  const [ours, ...others] = all
  const categories = [...new Set(judged.map(({ category }) => category))].sort()
  const rows = categories.map((category) => {
    const needs = judged.filter((need) => need.category === category)
    return [
      category,
      String(needs.length),
      ...figures(ours as Measured, needs, set),
      ...others.map((other) => figures(other, needs, set)[0] ?? ''),
    ]
  })
  const heads = ['category', 'needs', 'nDCG@10', 'Recall@20', 'MRR', 'P@3', ...others.map(({ name }) => name)]
  return tableOf(heads, rows)
}

function apart(
  ours: Ours,
  helpless: number,
  answerable: readonly LabelledNeed[],
  { needs }: LabelledSet,
): string[] {
  const lines: string[] = []
  if (helpless)
    lines.push(`${helpless} judged needs have nothing of grade 2 or 3: they count in nDCG@10 only`)
  const unserved = needs.filter(
    ({ category, style }: StyledNeed) => category === nothing || style === nothing,
  )
  const told = (some: readonly LabelledNeed[]) => some.filter(({ id }) => ours.unserved.has(id)).length
  if (unserved.length)
    lines.push(`nothing serves ${unserved.length} needs: ${told(unserved)} are told "none"`)
  lines.push(`something helps ${answerable.length} needs: ${told(answerable)} are wrongly told "none"`)
  return lines
}

const measuredFolders: string[] = []
for (const folder of folders()) {
  const missing = ['needs.jsonl', 'offerings.jsonl', 'qrels.tsv'].filter(
    (name) => !existsSync(join(folder, name)),
  )
  if (missing.length) console.error(`${folder}: not measured, it has no ${missing.join(', ')}`)
  else {
    console.log(await reportOn(folder))
    measuredFolders.push(folder)
  }
}
if (!measuredFolders.length) {
  console.error('nothing could be measured')
  process.exitCode = 1
}
