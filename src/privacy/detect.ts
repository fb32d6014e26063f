import { findAccounts } from './finders/accounts.js'
import { findAddresses } from './finders/addresses.js'
import { findBirthDates } from './finders/birth-dates.js'
import { findNames } from './finders/names.js'
import { findNumbers } from './finders/numbers.js'
import { findSchools } from './finders/schools.js'
import { fold } from './fold.js'
import type { Finder, Hit } from './hit.js'

const finders: readonly Finder[] = [
  findNumbers,
  findAccounts,
  findBirthDates,
  findAddresses,
  findSchools,
  findNames,
]

/**
 * What in a free text may tell who a person is, in order and without overlaps: of two that overlap the surer stays,
 * then the longer. Takes time in proportion to the length of the text. What it finds and what it leaves:
 * docs/privacy.md.
 */
export function detect(text: string): Hit[] {
  const folded = fold(text)
  const hits = finders.flatMap((find) => [...find(folded)])
  hits.sort((a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken = new Uint8Array(text.length)
  const kept = hits.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}
