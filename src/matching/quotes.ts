import type { LexiconHit, LexiconTag, Tree } from '../taxonomy/index.js'
import type { Reading } from './reading.js'

/** Of one tag. */
const mostWords = 5

/**
 * The expressions of the text that point to a term or to something under it, as they stand there, … for what is
 * between; the surest first, and none that lies across a surer one.
 */
export function wordsFor(term: number, tree: Tree, axis: 'service' | 'group', reading: Reading): string[] {
  const telling = reading.hits
    .map((hit) => ({
      hit,
      strength: strengthFor(hit, (tag) => tag.axis === axis && tree.covers(term, tag.term)),
    }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength || lengthOf(b.hit) - lengthOf(a.hit) || a.hit.start - b.hit.start)
  const chosen: LexiconHit[] = []
  for (const { hit } of telling) {
    if (chosen.every((other) => hit.end <= other.start || hit.start >= other.end)) chosen.push(hit)
  }
  return chosen.slice(0, mostWords).map((hit) => quoted(hit, reading.text))
}

const lengthOf = ({ start, end }: LexiconHit): number => end - start

const strengthFor = ({ tags }: LexiconHit, points: (tag: LexiconTag) => boolean): number =>
  tags.reduce((most, tag) => (points(tag) ? Math.max(most, tag.strength) : most), 0)

/** Of 楼上又在往下渗水 what was found, 楼上…渗. */
function quoted({ expression, start, end }: LexiconHit, text: string): string {
  const pieces = expression.split('…')
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  if (pieces.length === 1 || end - start <= first.length + last.length) return text.slice(start, end)
  return `${text.slice(start, start + first.length)}…${text.slice(end - last.length, end)}`
}
