import { type NumberedWords, unknown, type Vocabulary } from './vocabulary.js'

/** A list of words, found again in texts. */
export class KnownWords {
  /** One more than the place in the list, by the number of a word; 0 for one that does not stand there. */
  private readonly numbered: Uint32Array
  /** Place of those that have no number. */
  private readonly others = new Map<string, number>()
  /** By place: the text in which the word was met last. */
  private readonly met: Uint32Array
  private text = 0

  constructor(list: readonly string[], vocabulary: Vocabulary) {
    this.numbered = new Uint32Array(vocabulary.words().length)
    this.met = new Uint32Array(list.length)
    for (const [place, word] of list.entries()) {
      const number = vocabulary.numberOf(word)
      if (number === unknown) this.others.set(word, place)
      else this.numbered[number] = place + 1
    }
  }

  /** Places in the list of those of the words that stand there, each once, in the order of the text. */
  placesOf({ words, numbers }: NumberedWords): number[] {
    this.text++
    const places: number[] = []
    for (let i = 0; i < words.length; i++) {
      const place = this.placeOf(words[i] as string, numbers[i] as number)
      if (place === undefined || this.met[place] === this.text) continue
      this.met[place] = this.text
      places.push(place)
    }
    return places
  }

  private placeOf(word: string, number: number): number | undefined {
    if (number === unknown) return this.others.get(word)
    const next = this.numbered[number]
    return next ? next - 1 : undefined
  }
}
