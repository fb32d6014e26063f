import { workerData } from 'node:worker_threads'
import { answering } from '../platform/threads/index.js'
import { loadLanguage } from './language.js'
import type { SignsQuestion, SignsThreadData } from './signs-reader.js'
import { type UrgencySigns, urgencySigns } from './urgency-signs.js'

const language = loadLanguage((workerData as SignsThreadData).seeds)

answering(({ texts, year }: SignsQuestion): (UrgencySigns | undefined)[] =>
  texts.map((text) => urgencySigns(text, language, year)),
)
