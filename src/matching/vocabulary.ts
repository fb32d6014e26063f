import { longest, ShortWords, shortest } from './short-words.js'

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
  private readonly all: string[] = []
  /** Of single characters by their UTF-16 unit, plus one, 0 for none; of short words; and of all others. */
  private readonly characters = new Uint32Array(0x10000)
  private readonly short = new ShortWords()
  private readonly long = new Map<string, number>()

  add(word: string): void {
    if (this.has(word)) return
    const number = this.all.push(word) - 1
    if (word.length === 1) this.characters[word.charCodeAt(0)] = number + 1
    else if (isShort(word)) this.short.add(word, number)
    else this.long.set(word, number)
  }

  /** In the order of their numbers. */
  words(): readonly string[] {
    return this.all
  }

  has(word: string): boolean {
    return this.numberOf(word) !== unknown
  }

  numberOf(word: string): number {
    if (word.length === 1) return this.numberOfUnit(word.charCodeAt(0))
    return (isShort(word) ? this.short.get(word) : this.long.get(word)) ?? unknown
  }

  of(words: readonly string[]): NumberedWords {
    return { words, numbers: words.map((word) => this.numberOf(word)) }
  }

  /** Of a single character. */
  numberOfUnit(unit: number): number {
    return (this.characters[unit] as number) - 1
  }
}

const isShort = ({ length }: string): boolean => length >= shortest && length <= longest
