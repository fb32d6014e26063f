import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LabelledNeed {
  readonly id: string
  readonly text: string
  /** For reports only; no matcher reads it. */
  readonly category: string
}

export interface LabelledOffering {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Needs, offerings and graded judgements (3 exactly right, 2 clearly helps, 1 adjacent, else 0). */
export interface LabelledSet {
  readonly needs: readonly LabelledNeed[]
  readonly offerings: readonly LabelledOffering[]
  readonly grades: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Reads needs.jsonl, offerings.jsonl and qrels.tsv of a folder. */
export function readLabelled(folder: string): LabelledSet {
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)
  const grades = new Map<string, Map<string, number>>()
  for (const line of lines('qrels.tsv')) {
    if (line.startsWith('#')) continue
    const [need = '', offering = '', grade = ''] = line.trim().split('\t')
    const judged = grades.get(need) ?? new Map<string, number>()
    judged.set(offering, Number(grade))
    grades.set(need, judged)
  }
  return {
    needs: lines('needs.jsonl').map((line) => JSON.parse(line)),
    offerings: lines('offerings.jsonl').map((line) => JSON.parse(line)),
    grades,
  }
}

export interface Quality {
  readonly ndcg10: number
  readonly recall20: number
  readonly mrr: number
  readonly p3: number
}

const dcg = (gains: readonly number[]): number =>
  gains.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)

/** Quality of one ranking, best first; a need without a clearly helpful offering counts in nDCG only. */
export function qualityOf(ranking: readonly string[], judged: ReadonlyMap<string, number>): Quality {
  const grades = ranking.map((id) => judged.get(id) ?? 0)
  const ideal = dcg([...judged.values()].sort((a, b) => b - a).slice(0, 10))
  const good = [...judged.values()].filter((grade) => grade >= 2).length
  const first = grades.findIndex((grade) => grade >= 2)
  const found = (n: number) => grades.slice(0, n).filter((grade) => grade >= 2).length
  return {
    ndcg10: ideal ? dcg(grades.slice(0, 10)) / ideal : 0,
    recall20: good ? found(20) / good : 0,
    mrr: first < 0 ? 0 : 1 / (first + 1),
    p3: found(3) / 3,
  }
}

export function meanQuality(all: readonly Quality[]): Quality {
  const mean = (pick: (q: Quality) => number) =>
    all.reduce((sum, q) => sum + pick(q), 0) / Math.max(1, all.length)
  return {
    ndcg10: mean((q) => q.ndcg10),
    recall20: mean((q) => q.recall20),
    mrr: mean((q) => q.mrr),
    p3: mean((q) => q.p3),
  }
}
