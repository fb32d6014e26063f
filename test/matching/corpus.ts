import { readdirSync, readFileSync } from 'node:fs'
import { analyseNeed, analyseOffering, pack } from '../../src/matching/index.js'
import { language, year } from './shared-language.js'

const folder = 'seeds/corpus'

/** Every n-th line of the corpus's offerings or needs, as parsed. */
function every<T>(nth: number, kind: 'offerings' | 'needs'): T[] {
  const files = readdirSync(folder).filter((name) => name.startsWith(kind))
  const lines = files
    .sort()
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n').filter(Boolean))
  return lines.filter((_, at) => at % nth === 0).map((line) => JSON.parse(line) as T)
}

export function packedOfferings(nth: number): Uint32Array[] {
  return every<{ title: string; text: string }>(nth, 'offerings').map((offering) =>
    pack(analyseOffering(offering, {}, language, year)),
  )
}

export function packedNeeds(nth: number): Uint32Array[] {
  return every<{ text: string }>(nth, 'needs').map(({ text }) => pack(analyseNeed(text, {}, language, year)))
}
