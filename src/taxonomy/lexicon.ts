import { WordTree } from '../platform/text/index.js'
import type { Taxonomy } from './model.js'
import { nowhere, SeenPieces } from './seen-pieces.js'

/** What an expression points to, with how often it is right when it is seen, in [0, 1]. */
export interface LexiconTag {
  readonly axis: 'service' | 'group'
  /** Index of the term in its tree. */
  readonly term: number
  readonly strength: number
}

/** Some characters that stand together in one or more expressions. */
interface Piece {
  readonly number: number
  readonly length: number
  /** Expressions that it is the last piece of. */
  readonly closes: number[]
  /** For each of those the number of the piece before it, `nowhere` where there is none. */
  readonly after: number[]
  /** Whether something follows it in any expression. */
  continues: boolean
}

interface Expression {
  readonly text: string
  readonly pieces: readonly Piece[]
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

/** How many characters may stand in a gap. */
const widestGap = 8
const sentenceEnd = /[。!?！？\n]/

/**
 * Words and situations people use, each with what it points to. Finding all of them in a text of n characters costs
 * about n times the length of the longest shared beginning, however many expressions there are.
 */
export class Lexicon {
  private readonly tree = new WordTree()
  /** The piece that ends at each node of the tree, if one does. */
  private readonly endings: (Piece | undefined)[] = []
  private pieces = 0
  /** Made when it is first asked for, for as many pieces as there are then. */
  private seen: SeenPieces | undefined
  private readonly expressions: Expression[] = []
  private readonly known = new Map<string, number>()

  constructor(private readonly taxonomy: Taxonomy) {}

  get size(): number {
    return this.expressions.length
  }

  /** Every expression with its tags; training learns from them as from very short texts. */
  *entries(): Iterable<{ readonly text: string; readonly tags: readonly LexiconTag[] }> {
    yield* this.expressions
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
    const hits: LexiconHit[] = []
    this.seen ??= new SeenPieces(this.pieces)
    this.seen.clear()
    const { tree, endings } = this
    for (let start = 0; start < text.length; start++) {
      let node = tree.first(text.charCodeAt(start))
      for (let at = start + 1; node; at++) {
        const piece = endings[node]
        if (piece) this.close(text, piece, start, this.seen, hits)
        node = at < text.length ? tree.next(node, text.charCodeAt(at)) : 0
      }
    }
    return hits
  }

  /** An expression is looked at only where its last piece stands and the one before it was seen near enough. */
  private close(text: string, piece: Piece, start: number, seen: SeenPieces, hits: LexiconHit[]): void {
    const { closes, after, length } = piece
    for (let i = 0; i < after.length; i++) {
      const before = after[i] as number
      if (before !== nowhere) {
        const place = seen.latestOf(before)
        if (place === nowhere || seen.endOf(place) + widestGap < start) continue
      }
      const { pieces, text: expression, tags } = this.expressions[closes[i] as number] as Expression
      const from = this.beginning(text, pieces, pieces.length - 1, start, seen)
      if (from >= 0) hits.push({ expression, start: from, end: start + length, tags })
    }
    if (piece.continues) seen.add(piece.number, start + length)
  }

  /** Where the expression begins whose piece `last` stands at `start`; -1 when the pieces before it do not. */
  private beginning(
    text: string,
    pieces: readonly Piece[],
    last: number,
    start: number,
    seen: SeenPieces,
  ): number {
    if (last === 0) return start
    const before = pieces[last - 1] as Piece
    for (let place = seen.latestOf(before.number); place !== nowhere; place = seen.earlierThan(place)) {
      const end = seen.endOf(place)
      if (end > start) continue
      if (start - end > widestGap || sentenceEnd.test(text.slice(end, start))) return -1
      const from = this.beginning(text, pieces, last - 1, end - before.length, seen)
      if (from >= 0) return from
    }
    return -1
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
      const before = this.expressions[known] as Expression
      this.expressions[known] = { ...before, tags: mergeTags(before.tags, tags) }
      return
    }
    const places = pieces.map((piece) => this.pieceFor(piece))
    const index = this.expressions.push({ text, pieces: places, tags }) - 1
    this.known.set(text, index)
    for (const place of places.slice(0, -1)) place.continues = true
    places.at(-1)?.closes.push(index)
    places.at(-1)?.after.push(places.at(-2)?.number ?? nowhere)
  }

  private pieceFor(characters: string): Piece {
    const node = this.tree.add(characters)
    while (this.endings.length <= node) this.endings.push(undefined)
    const piece = this.endings[node] ?? this.newPiece(characters.length)
    this.endings[node] = piece
    return piece
  }

  private newPiece(length: number): Piece {
    this.seen = undefined
    return { number: this.pieces++, length, closes: [], after: [], continues: false }
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
