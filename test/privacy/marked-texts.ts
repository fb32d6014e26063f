import { readFileSync } from 'node:fs'
import type { PersonalKind } from '../../src/privacy/index.js'

export interface MarkedText {
  readonly text: string
  readonly spans: readonly { readonly kind: PersonalKind; readonly start: number; readonly end: number }[]
}

/** The invented texts of marked-texts.txt with what must be found in each. */
export function markedTexts(): MarkedText[] {
  const lines = readFileSync('test/privacy/marked-texts.txt', 'utf8').split('\n')
  return lines.filter((line) => line && !line.startsWith('#')).map(parsed)
}

function parsed(line: string): MarkedText {
  const spans: MarkedText['spans'][number][] = []
  let text = ''
  let at = 0
  for (const { 0: whole, 1: kind, 2: words = '', index } of line.matchAll(/\[([a-z-]+)\|([^\]]+)\]/g)) {
    text += line.slice(at, index)
    spans.push({ kind: kind as PersonalKind, start: text.length, end: text.length + words.length })
    text += words
    at = index + whole.length
  }
  return { text: text + line.slice(at), spans }
}
