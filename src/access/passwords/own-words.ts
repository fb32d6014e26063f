import { initials, pinyinReadings } from '../../platform/text/index.js'

/** Shorter Latin words are part of too many good passwords; two Chinese characters are a word. */
const [shortestLatin, shortestHan] = [3, 2]

/**
 * All the ways in which people type what others know of them, the longest first: names and addresses in their parts; of
 * Chinese, every two characters and more that stand side by side, the same in pinyin, and the initials: of 周敏洁 also
 * 敏洁, zhouminjie, minjie and zmj.
 * @param texts of any case: sign-in name, name, e-mail, name of the organisation
 */
export function ownWords(texts: readonly string[]): string[] {
  const words = texts
    .flatMap((text) => text.normalize('NFKC').toLowerCase().split(/[@\s]/))
    .flatMap((word) => [
      ...(word.length >= shortestLatin ? [word] : []),
      ...(word.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap(waysToType),
    ])
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

function waysToType(han: string): string[] {
  const typed = pinyinReadings(han).flatMap((syllables) => [...spans(syllables), initials(syllables)])
  return [...spans(Array.from(han)), ...typed.filter((word) => word.length >= shortestLatin)]
}

/** Whatever stands side by side, two and more. */
function spans(parts: readonly string[]): string[] {
  return parts.flatMap((_, from) =>
    parts
      .slice(from + shortestHan - 1)
      .map((__, more) => parts.slice(from, from + shortestHan + more).join('')),
  )
}
