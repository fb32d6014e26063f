import type { Taxonomy } from './model.js'

const worthLookingFor = /^\p{Script=Han}{2,12}$/u

/**
 * For people's searches: a category's or group's own name finds its everyday words, and each everyday word finds the
 * name. Everyday words do not find each other: 助浴 and 保姆 stand in one category and mean different things.
 * @param normalize the form in which texts are searched
 */
export function searchSynonyms(
  { services, groups }: Taxonomy,
  normalize: (text: string) => string,
): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  const link = (word: string, other: string): void => {
    if (word !== other) found.set(word, (found.get(word) ?? new Set()).add(other))
  }
  for (const { zh, synonyms } of [...services.terms, ...groups.terms]) {
    const name = normalize(zh)
    for (const word of synonyms.map(normalize)) {
      if (!worthLookingFor.test(name) || !worthLookingFor.test(word)) continue
      link(name, word)
      link(word, name)
    }
  }
  return new Map([...found].map(([word, others]) => [word, [...others]]))
}
