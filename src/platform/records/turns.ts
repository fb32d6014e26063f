import type { Recorded } from './model.js'

/** What became of one record: made where there is no `before`, removed where there is no `after`. */
export interface Turn<T extends Recorded = Recorded> {
  readonly before?: T
  readonly after?: T
}

/** What became of each record in all, by id: of one that was written several times only the ends count. */
export function endsOf<T extends Recorded>(turns: readonly Turn<T>[]): Map<string, Turn<T>> {
  const ends = new Map<string, Turn<T>>()
  for (const turn of turns) {
    const id = (turn.after ?? turn.before)?.id as string
    const { before } = ends.get(id) ?? turn
    const { after } = turn
    ends.set(id, { ...(before && { before }), ...(after && { after }) })
  }
  return ends
}
