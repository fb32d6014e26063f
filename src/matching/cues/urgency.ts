import { WordStarts } from '../../platform/text/index.js'
import { takenBack } from './taken-back.js'

export const crisisKinds = ['self-harm', 'danger', 'child-abuse', 'violence', 'elder-abuse'] as const

/** Why a need cannot wait. */
export type CrisisKind = (typeof crisisKinds)[number]

export interface UrgencyFinding {
  readonly level: 'crisis' | 'urgent'
  /** Kinds of crisis named, none for a merely urgent text. */
  readonly kinds: readonly CrisisKind[]
  /** The words that say so, as they stand in the normalised text and in its order. */
  readonly words: readonly string[]
}

interface Cue {
  /** Matches a text that ends where the cue ends. */
  readonly pattern: RegExp
  readonly kind: CrisisKind | undefined
  /** Characters at most. */
  readonly longest: number
  /** Units that it may begin with. */
  readonly starts: readonly number[]
}

/** A word that ends a cue: where it stands, the rest of the cue is looked for before it. */
interface Ending {
  readonly word: string
  readonly cue: Cue
}

interface Match {
  readonly start: number
  readonly words: string
  readonly cue: Cue
}

/**
 * Words that suggest danger to life, self-harm, abuse or violence. Read from `urgency.tsv`:
 * `expression<TAB>kind`, `…` for a gap of up to 8 characters; kind `urgent` for what is pressing but no crisis.
 * `=name<TAB>word|word` declares a class of words, which later lines name as `{name}`.
 */
export class UrgencyCues {
  /**
   * Endings by their first two characters, or their only one. What a cue ends with (拴在床) is rarer than what it begins
   * with (孩子), so that most places of a text ask for nothing more than two look-ups.
   */
  private readonly endings = new Map<number, Ending[]>()
  /** Asked before the map, which takes ten times as long. */
  private readonly starts = new WordStarts()
  private readonly seen = new LastPlaces()

  /** @throws RangeError naming the line that has no expression, an unknown kind or a class not declared above it */
  constructor(content: string, normalize: (text: string) => string) {
    const classes = new Map<string, readonly string[]>()
    for (const [at, line] of content.split('\n').entries()) {
      if (!line.trim() || line.startsWith('#')) continue
      const [expression = '', named = ''] = line.split('\t')
      if (expression.startsWith('=')) {
        classes.set(expression.slice(1), named.trim().split('|').map(normalize))
        continue
      }
      const parts = partsOf(expression, classes, normalize)
      const kind = crisisKinds.find((known) => known === named.trim())
      if (!parts || (!kind && named.trim() !== 'urgent')) {
        throw new RangeError(`urgency.tsv:${at + 1}: expression<TAB>kind`)
      }
      this.add(parts, kind)
    }
  }

  /** @param text normalised; undefined when nothing presses */
  find(text: string): UrgencyFinding | undefined {
    const matches = this.matches(text)
    if (!matches.length) return undefined
    const kinds = new Set<CrisisKind>()
    const crisis = new Set<string>()
    const urgent = new Set<string>()
    for (const { start, words, cue } of matches) {
      const { kind } = cue
      if (takenBack(text, start, start + words.length, kind)) continue
      if (kind) {
        kinds.add(kind)
        crisis.add(words)
      } else urgent.add(words)
    }
    if (crisis.size) return { level: 'crisis', kinds: [...kinds].sort(), words: [...crisis] }
    return urgent.size ? { level: 'urgent', kinds: [], words: [...urgent] } : undefined
  }

  private add(parts: readonly Part[], kind: CrisisKind | undefined): void {
    const cue = {
      pattern: new RegExp(`${parts.map(patternOf).join('')}$`),
      kind,
      longest: parts.reduce((sum, part) => sum + longestOf(part), 0),
      starts: [...new Set((parts[0] as readonly string[]).map((word) => word.charCodeAt(0)))],
    }
    for (const word of parts.at(-1) as readonly string[]) {
      const key = word.length > 1 ? startOf(word, 0) : word.charCodeAt(0)
      this.starts.add(word)
      const endings = this.endings.get(key)
      if (endings) endings.push({ word, cue })
      else this.endings.set(key, [{ word, cue }])
    }
  }

  /** Each cue's matches in the order of the text; those of one cue never overlap. */
  private matches(text: string): Match[] {
    const found: Match[] = []
    this.seen.begin(text)
    let first = text.charCodeAt(0)
    for (let at = 0; at < text.length; at++) {
      this.seen.note(first, at)
      const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
      if (this.starts.may(first, second)) this.matchAt(text, at, startOf(text, at), found)
      if (this.starts.may(first, 0)) this.matchAt(text, at, first, found)
      first = second
    }
    return found.sort((a, b) => a.start - b.start)
  }

  private matchAt(text: string, at: number, key: number, found: Match[]): void {
    for (const { word, cue } of this.endings.get(key) ?? []) {
      if (!text.startsWith(word, at)) continue
      const end = at + word.length
      const from = Math.max(endOf(cue, found), end - cue.longest)
      if (!this.seen.anySince(cue.starts, from)) continue
      const words = cue.pattern.exec(text.slice(from, end))?.[0]
      if (words !== undefined) found.push({ start: end - words.length, words, cue })
    }
  }
}

/**
 * Where each unit of a text was met last: of fifteen cues whose last word a text holds, fourteen have their first word
 * nowhere, and to see that here takes a tenth of the time of their expression.
 */
class LastPlaces {
  /** Places count on from text to text, so that nothing need be wiped out in between. */
  private readonly last = new Float64Array(0x10000).fill(-1)
  private base = 0
  private next = 0

  begin(text: string): void {
    this.base = this.next
    this.next += text.length
  }

  note(unit: number, at: number): void {
    this.last[unit] = this.base + at
  }

  /** Whether one of the units stands at `from` or later. */
  anySince(units: readonly number[], from: number): boolean {
    for (const unit of units) if ((this.last[unit] as number) >= this.base + from) return true
    return false
  }
}

/** Where the cue's last match ends, 0 when there is none. */
function endOf(cue: Cue, found: readonly Match[]): number {
  const last = found.findLast((match) => match.cue === cue)
  return last ? last.start + last.words.length : 0
}

const gap = '…'
const gapLength = 8

/** A gap, or the words any of which may stand here. */
type Part = typeof gap | readonly string[]

/** An expression's words, classes and gaps in order; undefined where it begins with a gap, is empty or names no class. */
function partsOf(
  expression: string,
  classes: ReadonlyMap<string, readonly string[]>,
  normalize: (text: string) => string,
): readonly Part[] | undefined {
  const parts: Part[] = []
  for (const [token] of expression.matchAll(/…|\{[^}]*\}|[^…{]+/g)) {
    if (token === gap) parts.push(gap)
    else if (token.startsWith('{')) parts.push(classes.get(token.slice(1, -1)) ?? [])
    else parts.push([normalize(token)])
  }
  const isWhole = parts.every((part) => part === gap || (part.length > 0 && part.every(Boolean)))
  return isWhole && parts.length > 0 && parts[0] !== gap && parts.at(-1) !== gap ? parts : undefined
}

const patternOf = (part: Part): string =>
  part === gap ? `[^。!?\\n]{0,${gapLength}}` : `(?:${part.map(escaped).join('|')})`

const longestOf = (part: Part): number =>
  part === gap ? gapLength : Math.max(...part.map((word) => word.length))

/** Two characters as one number, beyond every single one. */
const startOf = (text: string, at: number): number =>
  (text.charCodeAt(at) + 1) * 0x10000 + (at + 1 < text.length ? text.charCodeAt(at + 1) : 0)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
