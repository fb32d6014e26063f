import { workerData } from 'piscina'
import { loadLanguage } from './language.js'
import type { SignsQuestion, SignsThreadData } from './signs-reader.js'
import { type UrgencySigns, urgencySigns } from './urgency-signs.js'

const language = loadLanguage((workerData as SignsThreadData).seeds)

/** Run by `openThreads`: reads texts with a language of its own. */
export default function signsIn({ texts, year }: SignsQuestion): (UrgencySigns | undefined)[] {
  return texts.map((text) => urgencySigns(text, language, year))
}
