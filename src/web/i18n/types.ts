/**
 * The same keys with any texts: holds one language to the other when the pages are compiled. A language that has a form for one
 * may add it to a text with a `count`, as `key_one`.
 */
export type Texts<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> } & {
  readonly [Key in keyof T & string as T[Key] extends string ? `${Key}_one` : never]?: string
}

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

/** What codes are called in one language; the words themselves stand with the codes, where files are made too. */
export function wordsIn<W extends Words>(
  words: W,
  language: 'zh' | 'en',
): { readonly [Code in keyof W]: string } {
  return Object.fromEntries(Object.entries(words).map(([code, word]) => [code, word[language]])) as {
    [Code in keyof W]: string
  }
}
