import { Conflict, Invalid } from '../platform/errors.js'

/** 一般, 较急, 紧急, 危机; in rising order. */
export const urgencies = ['routine', 'soon', 'urgent', 'crisis'] as const
export type Urgency = (typeof urgencies)[number]

/**
 * What the words of a text say about its urgency, as matching finds it; `check`: no word says so, but taken together they
 * may tell of a crisis.
 */
export interface UrgencySigns {
  readonly level: 'crisis' | 'urgent' | 'check'
  readonly kinds: readonly string[]
  readonly words: readonly string[]
}

/** How urgent a need is and how that came to be. */
export interface UrgencyRecord {
  readonly level: Urgency
  /** What the person who entered it said. */
  readonly stated: Urgency
  /** The words found that suggest a crisis; those of earlier wordings stay. */
  readonly words: readonly string[]
  /** The kinds of crisis they suggest, e.g. `self-harm`. */
  readonly kinds: readonly string[]
  /** Nobody has looked yet whether this is a crisis, which it may be. It raises nothing; a decision takes it away. */
  readonly toCheck?: true
  /** The last time that a person lowered it: from what to what, why, who and when (ISO instant). */
  readonly lowered?: {
    readonly from: Urgency
    readonly to: Urgency
    readonly reason: string
    readonly by: string
    readonly at: string
  }
}

const rank = (level: Urgency): number => urgencies.indexOf(level)
const higher = (a: Urgency, b: Urgency): Urgency => (rank(a) >= rank(b) ? a : b)
const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])]

/** The urgency of a new need: as stated, or crisis where words of its text suggest one. Merely pressing words raise nothing. */
export function firstUrgency(stated: Urgency, signs: UrgencySigns | undefined): UrgencyRecord {
  if (signs?.level !== 'crisis') return checked({ level: stated, stated, words: [], kinds: [] }, signs)
  return { level: 'crisis', stated, words: [...signs.words], kinds: [...signs.kinds] }
}

/**
 * The urgency after the need was worded anew. It never falls here, even when the words that raised it are gone: a
 * person decides that, with a reason. Words that nobody has looked at raise it again.
 * @param stated what the person says now; missing: as before
 * @throws Invalid `urgency.lowering` when that is less than was said before
 */
export function urgencyAfterChange(
  before: UrgencyRecord,
  stated: Urgency | undefined,
  signs: UrgencySigns | undefined,
): UrgencyRecord {
  const says = stated ?? before.stated
  if (rank(says) < rank(before.stated)) throw new Invalid([{ field: 'urgency', code: 'urgency.lowering' }])
  const found = signs?.level === 'crisis' ? signs : undefined
  const isNew = found?.words.some((word) => !before.words.includes(word)) ?? false
  const raised = rank(says) > rank(before.stated) ? higher(before.level, says) : before.level
  const { toCheck: _, ...kept } = before
  const after: UrgencyRecord = {
    ...kept,
    stated: says,
    level: isNew ? 'crisis' : raised,
    words: union(before.words, found?.words ?? []),
    kinds: union(before.kinds, found?.kinds ?? []),
  }
  return checked(after, before.toCheck ? { level: 'check' } : signs)
}

/** A crisis has been looked at by whoever called it one. */
function checked(urgency: UrgencyRecord, signs: Pick<UrgencySigns, 'level'> | undefined): UrgencyRecord {
  return signs?.level === 'check' && urgency.level !== 'crisis' ? { ...urgency, toCheck: true } : urgency
}

/**
 * Sets the level by a person's decision, also to what it is where that was to be checked.
 * @param decision `at` is an ISO instant
 * @throws Invalid when it falls and no reason is given; Conflict `state.refused` when it is that already
 */
export function decideUrgency(
  before: UrgencyRecord,
  to: Urgency,
  decision: { readonly reason: string | undefined; readonly by: string; readonly at: string },
): UrgencyRecord {
  const { toCheck, ...looked } = before
  if (to === before.level) {
    if (!toCheck) throw new Conflict('state.refused', `urgency is ${to} already`)
    return looked
  }
  if (rank(to) > rank(before.level)) return { ...looked, level: to }
  const { reason, by, at } = decision
  if (reason === undefined) throw new Invalid([{ field: 'reason', code: 'urgency.reason' }])
  return { ...looked, level: to, lowered: { from: before.level, to, reason, by, at } }
}
