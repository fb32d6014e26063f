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
}

/** A word that ends a cue: where it stands, the rest of the cue is looked for before it. */
interface Ending {
  readonly word: string
  readonly cue: Cue
}

interface Match {
  readonly start: number
  readonly words: string
  readonly kind: CrisisKind | undefined
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
    const kinds = new Set<CrisisKind>()
    const crisis = new Set<string>()
    const urgent = new Set<string>()
    for (const { start, words, kind } of this.matches(text)) {
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
    }
    for (const word of parts.at(-1) as readonly string[]) {
      const key = word.length > 1 ? startOf(word, 0) : word.charCodeAt(0)
      const endings = this.endings.get(key)
      if (endings) endings.push({ word, cue })
      else this.endings.set(key, [{ word, cue }])
    }
  }

  /** Each cue's matches in the order of the text; those of one cue never overlap. */
  private matches(text: string): Match[] {
    const found: Match[] = []
    const ends = new Map<Cue, number>()
    for (let at = 0; at < text.length; at++) {
      for (const key of [startOf(text, at), text.charCodeAt(at)]) {
        for (const { word, cue } of this.endings.get(key) ?? []) {
          if (!text.startsWith(word, at)) continue
          const end = at + word.length
          const from = Math.max(ends.get(cue) ?? 0, end - cue.longest)
          const words = cue.pattern.exec(text.slice(from, end))?.[0]
          if (words === undefined) continue
          ends.set(cue, end)
          found.push({ start: end - words.length, words, kind: cue.kind })
        }
      }
    }
    return found.sort((a, b) => a.start - b.start)
  }
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
