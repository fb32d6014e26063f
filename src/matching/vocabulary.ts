/** The number of a word that is in no list. */
export const unknown = -1

/** The words of a text in order, and the number of each. */
export interface NumberedWords {
  readonly words: readonly string[]
  readonly numbers: readonly number[]
}

/**
 * Numbers for the words that matching knows anything of, in the order in which they were added: a word of a text is looked up
 * once, and whatever is asked of it later is asked by its number.
 */
export class Vocabulary {
  private readonly numbers = new Map<string, number>()
  /** The same of each single character, by its UTF-16 unit, plus one; 0 for none. */
  private readonly characters = new Uint32Array(0x10000)
  private count = 0

  add(word: string): void {
    if (this.numberOf(word) !== unknown) return
    if (word.length === 1) this.characters[word.charCodeAt(0)] = ++this.count
    else this.numbers.set(word, this.count++)
  }

  /** Those of more than one character, in the order of their numbers. */
  words(): Iterable<string> {
    return this.numbers.keys()
  }

  has(word: string): boolean {
    return this.numberOf(word) !== unknown
  }

  numberOf(word: string): number {
    if (word.length === 1) return this.numberOfUnit(word.charCodeAt(0))
    return this.numbers.get(word) ?? unknown
  }

  of(words: readonly string[]): NumberedWords {
    return { words, numbers: words.map((word) => this.numberOf(word)) }
  }

  /** Of a single character. */
  numberOfUnit(unit: number): number {
    return (this.characters[unit] as number) - 1
  }
}
