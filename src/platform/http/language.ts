import type { Language } from './route.js'

/** Header values repeat from request to request; whoever sends new ones all the time only loses the shortcut. */
const known = new Map<string, Language>()
const mostKnown = 500

/** The language of an Accept-Language header: `en` only when it is preferred to Chinese. */
export function languageOf(header: string | undefined): Language {
  if (!header) return 'zh'
  let language = known.get(header)
  if (language === undefined) {
    language = read(header)
    if (known.size >= mostKnown) known.clear()
    known.set(header, language)
  }
  return language
}

function read(header: string): Language {
  let best: { language: Language; weight: number } = { language: 'zh', weight: 0 }
  for (const range of header.toLowerCase().split(',')) {
    const match = /^\s*(zh|en)(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/.exec(range)
    const weight = Number(match?.[2] ?? 1)
    if (match && weight > best.weight) best = { language: match[1] === 'en' ? 'en' : 'zh', weight }
  }
  return best.language
}
