import type { LexiconHit, LexiconTag, Tree } from '../taxonomy/index.js'
import type { Reading } from './reading.js'

type Axis = LexiconTag['axis']

interface Telling {
  readonly hit: LexiconHit
  readonly strength: number
}

/** Of one tag. */
const mostWords = 5

/**
 * The expressions of the text that point to a term or to something under it, as they stand there, … for what is
 * between; the surest first, and none that lies across a surer one.
 */
export function wordsFor(term: number, tree: Tree, axis: Axis, reading: Reading): string[] {
  const telling: Telling[] = []
  for (const hit of reading.hits) {
    const strength = strengthFor(hit, term, tree, axis)
    if (strength > 0) telling.push({ hit, strength })
  }
  telling.sort(
    (a, b) => b.strength - a.strength || lengthOf(b.hit) - lengthOf(a.hit) || a.hit.start - b.hit.start,
  )
  const chosen: LexiconHit[] = []
  for (const { hit } of telling) {
    if (chosen.every((other) => hit.end <= other.start || hit.start >= other.end)) chosen.push(hit)
  }
  return chosen.slice(0, mostWords).map((hit) => quoted(hit, reading.text))
}

const lengthOf = ({ start, end }: LexiconHit): number => end - start

function strengthFor({ tags }: LexiconHit, term: number, tree: Tree, axis: Axis): number {
  let most = 0
  for (const tag of tags)
    if (tag.strength > most && tag.axis === axis && tree.covers(term, tag.term)) most = tag.strength
  return most
}

/** Of 楼上又在往下渗水 what was found, 楼上…渗. */
function quoted({ expression, start, end }: LexiconHit, text: string): string {
  const pieces = expression.split('…')
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  if (pieces.length === 1 || end - start <= first.length + last.length) return text.slice(start, end)
  return `${text.slice(start, start + first.length)}…${text.slice(end - last.length, end)}`
}
