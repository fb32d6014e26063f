import { fromUnits, isHan, pinyinReadings, WordStarts, WordTree } from '../platform/text/index.js'
import { hashOn, Soundings } from './soundings.js'
import { type NumberedWords, unknown, type Vocabulary } from './vocabulary.js'

/** Longer phrases than this are seldom mistyped as a whole. */
const longest = 6
/** How telling a character is that seldom is a word by itself. */
const rare = 0.4
/** Syllables are written as characters of the private use area: there are some 400. */
const firstPrivate = 0xe000

/** What `Respelling` needs to know of the language. */
export interface Spellings {
  /** `dialect.tsv`: word, tab, standard word of as many characters. */
  readonly dialect: string
  /** Phrases as they should be written that say what is needed, the likelier of two that sound alike first. */
  readonly telling: Iterable<string>
  /** All other words; the phrases are added to them. */
  readonly vocabulary: Vocabulary
  /** How telling the word of a number is, in (0, 1]: small for the commonest. */
  readonly weight: (number: number) => number
  normalize(text: string): string
  segment(text: string): string[]
}

export interface Respelled extends NumberedWords {
  readonly text: string
}

/**
 * Reads dialect (佢冇人睇住) and what was typed or heard by its sound (底保) as standard Chinese. Every character keeps its
 * place, so what is found in the result can be quoted from the text as it was written.
 */
export class Respelling {
  private readonly dialect = new WordTree()
  /** By the node where the dialect word ends. */
  private readonly standards: (string | undefined)[] = []
  /** Phrase by its sound; most stretches of a text sound like none, and `soundings` says so sooner. */
  private readonly bySound = new Map<string, string>()
  private readonly soundings = new Soundings()
  /** The first two sounds of phrases: at five places of six none begins. */
  private readonly beginnings = new WordStarts()
  /** Sound of each character, without tone, as one private character; 0 before it was asked for. */
  private readonly sounds = new Uint16Array(0x10000)
  private readonly syllables = new Map<string, number>()
  /** Of the text at hand: its sounds, unit by unit, and where its Chinese words stand. Kept from text to text for their room. */
  private heard = new Uint16Array(512)
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly kinds: Kind[] = []
  private count = 0

  /** @throws RangeError naming the line of the dialect file whose two words differ in length */
  constructor(private readonly spellings: Spellings) {
    for (const [at, line] of spellings.dialect.split('\n').entries()) {
      if (!line.trim() || line.startsWith('#')) continue
      const [word = '', standard = ''] = line.split('\t').map(spellings.normalize)
      if (!word || word.length !== standard.length) {
        throw new RangeError(`dialect.tsv:${at + 1}: two words of the same length`)
      }
      this.standards[this.dialect.add(word)] = standard
    }
    for (const phrase of spellings.telling) {
      spellings.vocabulary.add(phrase)
      this.file(phrase, 2)
    }
    for (const word of spellings.vocabulary.words()) this.file(word, 3)
  }

  /** @param text normalised; it comes back as it is where there is nothing to mend */
  apply(text: string): Respelled {
    const standard = this.standardWords(text)
    const cut = this.cut(standard)
    const mended = this.mendSounds(standard, cut)
    return { text: mended, ...(mended === standard ? cut : this.cut(mended)) }
  }

  private cut(text: string): NumberedWords {
    return this.spellings.vocabulary.of(this.spellings.segment(text))
  }

  private file(phrase: string, shortest: number): void {
    if (!isHan(phrase)) return
    if (phrase.length < shortest || phrase.length > longest) return
    this.hear(phrase)
    const sound = fromUnits(this.heard, phrase.length)
    if (this.bySound.has(sound)) return
    this.bySound.set(sound, phrase)
    this.beginnings.add(sound)
    this.soundings.add(hashOn(0, this.heard, 0, phrase.length))
  }

  private standardWords(text: string): string {
    let out = text
    for (let at = 0; at < text.length; ) {
      const standard = this.standardAt(text, at)
      if (standard) out = out.slice(0, at) + standard + out.slice(at + standard.length)
      at += standard?.length ?? 1
    }
    return out
  }

  /** Of the longest dialect word that begins there. */
  private standardAt(text: string, at: number): string | undefined {
    let standard: string | undefined
    let node = this.dialect.first(text.charCodeAt(at))
    for (let end = at + 1; node; end++) {
      standard = this.standards[node] ?? standard
      node = end < text.length ? this.dialect.next(node, text.charCodeAt(end)) : 0
    }
    return standard
  }

  private mendSounds(text: string, cut: NumberedWords): string {
    this.place(text, cut)
    this.hear(text)
    let out = text
    for (let word = 0; word < this.count; word++) {
      const start = this.starts[word] as number
      if (!this.beginnings.may(this.heard[start] as number, this.heard[start + 1] as number)) continue
      const meant = this.phraseFrom(word, text)
      if (!meant) continue
      out = out.slice(0, start) + meant.phrase + out.slice(start + meant.phrase.length)
      word = meant.last
    }
    return out
  }

  /**
   * The longest phrase that sounds like the words from `first` on, and the last of them. Four characters that sound
   * like a phrase are that phrase; three or two only where something is no word, and of two neither may be part of one.
   */
  private phraseFrom(
    first: number,
    text: string,
  ): { readonly phrase: string; readonly last: number } | undefined {
    const { starts, ends, kinds, heard, soundings } = this
    const start = starts[first] as number
    let meant: { phrase: string; last: number } | undefined
    let loose = true
    let strange = false
    let hash = 0
    let hashed = start
    for (let last = first; last < this.count; last++) {
      const end = ends[last] as number
      const length = end - start
      if (length > longest) break
      const kind = kinds[last] as Kind
      loose &&= kind !== 'known'
      strange ||= kind === 'strange'
      hash = hashOn(hash, heard, hashed, end)
      hashed = end
      if (length < 2 || (length < 4 && !(strange && (loose || length === 3)))) continue
      if (!soundings.may(hash)) continue
      const phrase = this.phraseHeard(text, start, end)
      if (phrase) meant = { phrase, last }
    }
    return meant
  }

  /** The phrase that a stretch sounds like which is none itself. */
  private phraseHeard(text: string, start: number, end: number): string | undefined {
    const written = text.slice(start, end)
    if (this.spellings.vocabulary.has(written)) return undefined
    const phrase = this.bySound.get(fromUnits(this.heard.subarray(start, end), end - start))
    return phrase && alike(written, phrase) ? phrase : undefined
  }

  /** Notes where the Chinese words stand; what is between two of them keeps them from making a phrase. */
  private place(text: string, { words, numbers }: NumberedWords): void {
    let at = 0
    this.count = 0
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as string
      const start = text.startsWith(word, at) ? at : text.indexOf(word, at)
      if (start < 0 || !isHan(word)) continue
      at = start + word.length
      this.starts[this.count] = start
      this.ends[this.count] = at
      this.kinds[this.count++] = this.kindOf(word, numbers[i] as number)
    }
  }

  private kindOf(word: string, number: number): Kind {
    const { vocabulary, weight } = this.spellings
    if (word.length > 1 && number !== unknown) return 'known'
    for (let i = 0; i < word.length; i++) {
      if (weight(vocabulary.numberOfUnit(word.charCodeAt(i))) >= rare) return 'strange'
    }
    return 'loose'
  }

  /** Notes the sounds of a text, one for each UTF-16 unit, so that places stay the same. */
  private hear(text: string): void {
    if (text.length > this.heard.length) this.heard = new Uint16Array(text.length * 2)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      this.heard[i] = this.sounds[unit] || this.learn(unit)
    }
  }

  private learn(unit: number): number {
    const character = String.fromCharCode(unit)
    const syllable = isHan(character) ? pinyinReadings(character)[0]?.[0] : undefined
    const sound =
      syllable === undefined ? unit : (this.syllables.get(syllable) ?? firstPrivate + this.syllables.size)
    if (syllable !== undefined) this.syllables.set(syllable, sound)
    this.sounds[unit] = sound
    return sound
  }
}

/** At least half of the characters are written as they should be: whoever errs, errs in one of them. */
function alike(written: string, phrase: string): boolean {
  let same = 0
  for (let i = 0; i < phrase.length; i++) if (written[i] === phrase[i]) same++
  return same * 2 >= phrase.length
}

/** One character or no known word is loose; strange as well with a character that is not common: those make up words that no list has (老是). */
type Kind = 'known' | 'loose' | 'strange'
