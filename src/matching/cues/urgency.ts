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
  /** Sticky: it is tried only where its first characters stand. */
  readonly pattern: RegExp
  readonly kind: CrisisKind | undefined
}

/**
 * Words that suggest danger to life, self-harm, abuse or violence. Read from `urgency.tsv`:
 * `expression<TAB>kind`, `…` for a gap of up to 8 characters; kind `urgent` for what is pressing but no crisis.
 */
export class UrgencyCues {
  /** Cues by their first two characters, or by the only one before a gap: most places of a text begin none. */
  private readonly byStart = new Map<number, Cue[]>()

  /** @throws RangeError naming the line that has no expression or an unknown kind */
  constructor(content: string, normalize: (text: string) => string) {
    for (const [at, line] of content.split('\n').entries()) {
      if (!line.trim() || line.startsWith('#')) continue
      const [expression = '', named = ''] = line.split('\t')
      const pieces = expression.split('…').map((piece) => normalize(piece))
      const kind = crisisKinds.find((known) => known === named.trim())
      if (pieces.some((piece) => !piece) || (!kind && named.trim() !== 'urgent')) {
        throw new RangeError(`urgency.tsv:${at + 1}: expression<TAB>kind`)
      }
      this.add(pieces, kind)
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

  private add(pieces: readonly string[], kind: CrisisKind | undefined): void {
    const pattern = new RegExp(pieces.map(escaped).join('[^。!?\\n]{0,8}'), 'y')
    const first = pieces[0] as string
    const start = first.length > 1 ? startOf(first, 0) : first.charCodeAt(0)
    const cues = this.byStart.get(start)
    if (cues) cues.push({ pattern, kind })
    else this.byStart.set(start, [{ pattern, kind }])
  }

  /** Each cue's matches, which never overlap each other. */
  private matches(text: string): { start: number; words: string; kind: CrisisKind | undefined }[] {
    const found: { start: number; words: string; kind: CrisisKind | undefined }[] = []
    const ends = new Map<Cue, number>()
    for (let start = 0; start < text.length; start++) {
      for (const key of [startOf(text, start), text.charCodeAt(start)]) {
        for (const cue of this.byStart.get(key) ?? []) {
          if (start < (ends.get(cue) ?? 0)) continue
          cue.pattern.lastIndex = start
          const words = cue.pattern.exec(text)?.[0]
          if (words === undefined) continue
          ends.set(cue, start + words.length)
          found.push({ start, words, kind: cue.kind })
        }
      }
    }
    return found
  }
}

/** Two characters as one number, beyond every single one. */
const startOf = (text: string, at: number): number =>
  (text.charCodeAt(at) + 1) * 0x10000 + (at + 1 < text.length ? text.charCodeAt(at + 1) : 0)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
