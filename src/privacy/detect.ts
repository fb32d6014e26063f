import { findAccounts } from './finders/accounts.js'
import { findAddresses } from './finders/addresses.js'
import { findBirthDates } from './finders/birth-dates.js'
import { findNames } from './finders/names.js'
import { findNumbers } from './finders/numbers.js'
import { findSchools } from './finders/schools.js'
import { fold } from './fold.js'
import type { Finder, Hit, PersonalKind } from './hit.js'

const finders: readonly Finder[] = [
  findNumbers,
  findAccounts,
  findBirthDates,
  findAddresses,
  findSchools,
  findNames,
]

/** Words that are known to tell who somebody is, wherever they stand. */
export interface KnownWords {
  readonly kind: PersonalKind
  readonly words: string
}

/** More different names than this in one text are a list, and each is found by itself. */
const mostRepeated = 20

/**
 * What in a free text may tell who a person is, in order and without overlaps: of two that overlap the surer stays,
 * then the longer. Takes time in proportion to the length of the text. What it finds and what it leaves:
 * docs/privacy.md.
 * @param known also hidden wherever they stand, two characters at least; so is each name that is found once
 */
export function detect(text: string, known: readonly KnownWords[] = []): Hit[] {
  if (!text) return []
  const folded = fold(text)
  const found: Hit[] = []
  for (const find of finders) for (const hit of find(folded)) found.push(hit)
  // Mostly nothing is found, and every text that comes in is looked through.
  if (!found.length && !known.length) return found
  const names = found.filter(({ kind }) => kind === 'name').map(({ start, end }) => folded.slice(start, end))
  const repeated = [...new Set(names)]
    .slice(0, mostRepeated)
    .map((words) => ({ kind: 'name' as const, words }))
  return chosen(
    [...found, ...[...known, ...repeated].flatMap((one) => occurrences(folded, one))],
    text.length,
  )
}

function occurrences(text: string, { kind, words }: KnownWords): Hit[] {
  const sought = fold(words).trim()
  if (sought.length < 2) return []
  const hits: Hit[] = []
  for (let start = text.indexOf(sought); start >= 0; start = text.indexOf(sought, start + sought.length))
    hits.push({ kind, start, end: start + sought.length, confidence: 0.9 })
  return hits
}

/** Of hits that overlap the surest and longest; in order. */
function chosen(hits: Hit[], length: number): Hit[] {
  hits.sort((a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken = new Uint8Array(length)
  const kept = hits.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}
