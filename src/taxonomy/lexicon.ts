import { Expressions } from './expressions.js'
import type { Taxonomy } from './model.js'

/** What an expression points to, with how often it is right when it is seen, in [0, 1]. */
export interface LexiconTag {
  readonly axis: 'service' | 'group'
  /** Index of the term in its tree. */
  readonly term: number
  readonly strength: number
}

interface Entry {
  readonly text: string
  readonly tags: readonly LexiconTag[]
}

/** One expression found in a text, from `start` to `end` (UTF-16 offsets, end exclusive). */
export interface LexiconHit {
  /** The expression as written in the file, `…` for its gaps. */
  readonly expression: string
  readonly start: number
  readonly end: number
  readonly tags: readonly LexiconTag[]
}

const strengths: Readonly<Record<string, number>> = { '!': 0.9, '': 0.6, '?': 0.3 }

/**
 * Words and situations people use, each with what it points to. Finding all of them in a text of n characters costs
 * about n times the length of the longest shared beginning, however many expressions there are.
 */
export class Lexicon {
  private readonly expressions = new Expressions()
  /** By the numbers of their expressions. */
  private readonly all: Entry[] = []
  private readonly known = new Map<string, number>()

  constructor(private readonly taxonomy: Taxonomy) {}

  get size(): number {
    return this.all.length
  }

  /** Every expression with its tags; training learns from them as from very short texts. */
  *entries(): Iterable<Entry> {
    yield* this.all
  }

  /**
   * Adds the lines of one lexicon file: `expression<TAB>tags`; tags are term ids, `@` before a group's, then `!` for
   * nearly certain and `?` for a weak hint; `…` in an expression stands for up to 8 characters of one sentence.
   * @param normalize the same normalisation that texts get before `find`
   * @throws RangeError naming file and line
   */
  addFile(name: string, content: string, normalize: (text: string) => string): void {
    for (const [at, line] of content.split('\n').entries()) {
      if (!line.trim() || line.startsWith('#')) continue
      const [expression, tags] = line.split('\t')
      if (!expression || !tags) throw new RangeError(`${name}:${at + 1}: expression<TAB>tags`)
      try {
        this.add(
          expression,
          normalize,
          tags
            .trim()
            .split(/\s+/)
            .map((t) => this.parseTag(t)),
        )
      } catch (cause) {
        throw new RangeError(`${name}:${at + 1}: ${cause instanceof Error ? cause.message : String(cause)}`)
      }
    }
  }

  /** Makes every term's own name and synonyms point to it. */
  addTerms(normalize: (text: string) => string): void {
    for (const axis of ['service', 'group'] as const) {
      const tree = axis === 'service' ? this.taxonomy.services : this.taxonomy.groups
      for (const [term, { zh, synonyms }] of tree.terms.entries()) {
        this.add(zh, normalize, [{ axis, term, strength: 0.9 }])
        for (const word of synonyms) this.add(word, normalize, [{ axis, term, strength: 0.6 }])
      }
    }
  }

  /** All expressions in `text`, which must be normalised; in order of their last piece's beginning. */
  find(text: string): LexiconHit[] {
    return this.expressions.find(text).map(({ expression, start, end }) => {
      const { text: written, tags } = this.all[expression] as Entry
      return { expression: written, start, end, tags }
    })
  }

  private add(expression: string, normalize: (text: string) => string, tags: readonly LexiconTag[]): void {
    // Split first: normalisation turns the one character … into three dots.
    const pieces = expression
      .split('…')
      .map((piece) => normalize(piece).trim())
      .filter(Boolean)
    if (!pieces.length) throw new RangeError('an empty expression')
    const text = pieces.join('…')
    const known = this.known.get(text)
    if (known !== undefined) {
      const before = this.all[known] as Entry
      this.all[known] = { text, tags: mergeTags(before.tags, tags) }
      return
    }
    this.known.set(text, this.expressions.add(pieces))
    this.all.push({ text, tags })
  }

  private parseTag(tag: string): LexiconTag {
    const mark = /[!?]$/.exec(tag)?.[0] ?? ''
    const id = tag.slice(0, tag.length - mark.length)
    const strength = strengths[mark] ?? 0.6
    return id.startsWith('@')
      ? { axis: 'group', term: this.taxonomy.groups.indexOf(id.slice(1)), strength }
      : { axis: 'service', term: this.taxonomy.services.indexOf(id), strength }
  }
}

function mergeTags(a: readonly LexiconTag[], b: readonly LexiconTag[]): LexiconTag[] {
  const merged = [...a]
  for (const tag of b) {
    const at = merged.findIndex((t) => t.axis === tag.axis && t.term === tag.term)
    if (at < 0) merged.push(tag)
    else if ((merged[at]?.strength ?? 0) < tag.strength) merged[at] = tag
  }
  return merged
}
