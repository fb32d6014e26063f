import type { Unit } from '../platform/records/index.js'
import { type Mark, marksIn, mask, type PersonalData, wordsOf } from '../privacy/index.js'
import type { Need, NeedChange } from './model.js'

/** A need's words as somebody entered them. */
export interface Wording {
  readonly title?: string
  readonly text: string
}

/** What a need has that is not kept in it: who the person is, and the words in which something was hidden. */
export interface Kept {
  readonly needId: string
  readonly person?: PersonalData
  readonly wording?: Wording
}

export function keptOf(needId: string, wording: Wording | undefined, person?: PersonalData): Kept {
  return { needId, ...(wording && { wording }), ...(person && { person }) }
}

/** Keeps it, encrypted, in the transaction that writes the needs. */
export interface IdentityKeeper {
  keep(unit: Unit, items: readonly Kept[]): Promise<void>
  /** Erases all that is kept of a need that goes. */
  forget(unit: Unit, needId: string): Promise<void>
}

/** A mark in one of a need's texts. */
export interface HiddenMark extends Mark {
  readonly field: 'title' | 'text'
}

/** The draft as it may be stored and seen, and the wording where that hides something. */
export function masked<C extends NeedChange & { readonly identity?: PersonalData }>(
  draft: C,
): { readonly draft: C; readonly wording?: Wording } {
  const { title, text, isMasked } = maskedWording(draft, draft.identity)
  if (!isMasked) return { draft }
  return {
    draft: { ...draft, text, ...(title !== undefined && { title }) },
    wording: { text: draft.text, ...(draft.title !== undefined && { title: draft.title }) },
  }
}

/** Hides what either text tells of a person in both, and what is known of the person. */
export function maskedWording(
  { title = '', text }: Wording,
  person: PersonalData = {},
): Wording & { readonly isMasked: boolean } {
  const first = { title: mask(title), text: mask(text) }
  const names = [...first.title.hidden, ...first.text.hidden].filter(({ kind }) => kind === 'name')
  const known = [...wordsOf(person), ...names]
  // Mostly nobody is named, and then a second look finds what the first did.
  const { title: shownTitle, text: shownText } = known.length
    ? { title: mask(title, known), text: mask(text, known) }
    : first
  return {
    ...(title && { title: shownTitle.text }),
    text: shownText.text,
    isMasked: shownTitle.hidden.length + shownText.hidden.length > 0,
  }
}

/**
 * What is hidden in a need, by the marks in it. The words themselves are left out: answers are kept for a day to be
 * repeated, and what identifies a person is never kept in the clear.
 */
export function hiddenIn({ title, text }: Pick<Need, 'title' | 'text'>): HiddenMark[] {
  return [
    ...marksIn(title).map((mark) => ({ field: 'title' as const, ...mark })),
    ...marksIn(text).map((mark) => ({ field: 'text' as const, ...mark })),
  ]
}
