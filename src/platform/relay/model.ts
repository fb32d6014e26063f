import type { Stored } from '../store/index.js'

/** Records of one kind that were written. */
export interface Change {
  readonly kind: string
  readonly ids: readonly string[]
}

/**
 * One step of the change log. The ids are numbers without gaps, so that whoever follows knows when it missed one, and
 * the order is that in which the steps were committed.
 */
export interface ChangeLogEntry extends Stored {
  /** ISO instant of the step itself. */
  readonly at: string
  /** ISO instant of the oldest change in it. */
  readonly since: string
  /** Each kind once, each id once: only a record's present state counts. */
  readonly changes: readonly Change[]
}

/** How far a view that outlives processes has come; the id is the view's name. */
export interface RelayCursor extends Stored {
  /** The id of the last step that it has. */
  readonly sequence: string
}

/** A record that a view refuses by itself, put aside so that the rest flows. */
export interface DeadLetter extends Stored {
  readonly view: string
  readonly kind: string
  readonly subject: string
  /** Class and code of the error. Its message stays out: messages quote what people wrote. */
  readonly error: string
  readonly code?: string
  readonly attempts: number
  readonly at: string
}

const digits = 12

/** Before the first step. */
export const beginning = sequence(0)

/** The id of a step, so that ids sort as their numbers do. @param number a whole number from 0 to 10^12 - 1 */
export function sequence(number: number): string {
  return String(number).padStart(digits, '0')
}

export function nextSequence(id: string): string {
  return sequence(Number(id) + 1)
}

/** The changes of several steps or outbox entries as one: kinds in the order of their first, each id once. */
export function mergedChanges(changes: Iterable<Change>): Change[] {
  const kinds = new Map<string, Set<string>>()
  for (const { kind, ids } of changes) {
    const merged = kinds.get(kind) ?? new Set()
    for (const id of ids) merged.add(id)
    kinds.set(kind, merged)
  }
  return Array.from(kinds, ([kind, ids]) => ({ kind, ids: [...ids] }))
}

/** One letter for a record and a view, however often it fails. */
export function letterId(view: string, subject: string): string {
  return `d-${view}-${subject}`
}
