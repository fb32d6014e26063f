import type { CrisisKind } from './cues/urgency.js'
import type { Language } from './language.js'
import { read } from './reading.js'

/** What the words of a need say about its urgency; `check` is for a person to look at and raises nothing. */
export interface UrgencySigns {
  readonly level: 'crisis' | 'urgent' | 'check'
  readonly kinds: readonly CrisisKind[]
  readonly words: readonly string[]
}

/**
 * What `urgency.tsv` knows, or, where it knows of no crisis, that the text as a whole may tell of one; undefined where
 * nothing presses. About as long as an analysis takes without its networks.
 * @param text as it was written
 * @param year the current year
 */
export function urgencySigns(text: string, language: Language, year: number): UrgencySigns | undefined {
  const reading = read(text, language, year, 'need')
  const found = language.urgency.find(reading.text)
  if (found?.level === 'crisis' || !language.crisis.isSuspect(reading)) return found
  return { level: 'check', kinds: [], words: [] }
}
