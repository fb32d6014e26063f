import type { Actor } from '../actor.js'
import { NotFound } from '../errors.js'
import { outbox, type UnitDeps, unitOfWork } from '../records/index.js'
import type { FindOptions, Writer } from '../store/index.js'
import { deadLetters } from './collections.js'
import type { GivenUp } from './feeder.js'
import { type DeadLetter, letterId } from './model.js'

export interface LetterFilters {
  readonly view?: string
  readonly kind?: string
}

/** The use cases of staff around dead letters. */
export interface DeadLetters {
  list(filters: LetterFilters, options: FindOptions): Promise<DeadLetter[]>
  /** Has all views look at the record again; one that still refuses it writes a new letter. @throws NotFound */
  replay(id: string, actor: Actor): Promise<void>
}

export function createDeadLetters(deps: UnitDeps): DeadLetters {
  const { store, ids } = deps
  return {
    list({ view, kind }, options) {
      const filter = { ...(view === undefined ? {} : { view }), ...(kind === undefined ? {} : { kind }) }
      return store.find(deadLetters, filter, options)
    },
    replay: (id, actor) =>
      unitOfWork(deps, actor, async (unit) => {
        const letter = await unit.tx.get(deadLetters, id)
        if (!letter) throw new NotFound('dead-letter', id)
        const { kind, subject, revision } = letter
        await unit.tx.remove(deadLetters, id, revision)
        const owed = { id: ids.next('x'), revision: 1, at: unit.at, kind, subjects: [subject] }
        await unit.tx.insert(outbox, owed)
        unit.note({ name: 'dead-letter' }, { action: 'replay' }, id)
      }),
  }
}

/** Writes a letter for each record that a view has given up; it takes the place of an older one. */
export async function fileLetters(
  tx: Writer,
  view: string,
  givenUp: readonly GivenUp[],
  at: string,
): Promise<void> {
  const letters = givenUp.map((one) => letterOf(view, one, at))
  const before = new Map<string, number>()
  for (let from = 0; from < letters.length; from += 500) {
    const known = await tx.getMany(
      deadLetters,
      letters.slice(from, from + 500).map(({ id }) => id),
    )
    for (const { id, revision } of known) before.set(id, revision)
  }
  const fresh = letters.filter(({ id }) => !before.has(id))
  if (fresh.length) await tx.insertMany(deadLetters, fresh)
  for (const letter of letters) {
    const revision = before.get(letter.id)
    if (revision !== undefined) await tx.replace(deadLetters, letter, revision)
  }
}

function letterOf(view: string, { kind, id, error, attempts }: GivenUp, at: string): DeadLetter {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return {
    id: letterId(view, id),
    revision: 1,
    view,
    kind,
    subject: id,
    error: error instanceof Error ? error.constructor.name : typeof error,
    // A code is a name; whatever else stands in its place might quote the record.
    ...(/^[\w.:-]{1,80}$/.test(code) ? { code } : {}),
    attempts,
    at,
  }
}
