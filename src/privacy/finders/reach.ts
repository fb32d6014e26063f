const chinese = /[\u4e00-\u9fff]/

/**
 * Where a proper name that ends at `end` may begin: back over Chinese characters, at most `most` of them, and not over
 * a word that never is part of one (在, 位于, 社区).
 */
export function nameStart(text: string, end: number, most: number, stop: RegExp): number {
  let start = end
  while (start > 0 && end - start < most && chinese.test(text[start - 1] as string)) start--
  const piece = text.slice(start, end)
  let cut = 0
  for (const match of piece.matchAll(stop)) cut = match.index + match[0].length
  return start + cut
}
