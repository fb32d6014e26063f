/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Annealing {
  readonly steps: number
  /** In units of the energy; falls from the first to the last geometrically. */
  readonly heat: { readonly first: number; readonly last: number }
  readonly random: () => number
}

/**
 * Simulated annealing: what makes it worse is kept now and then, ever more seldom (Kirkpatrick, Gelatt and Vecchi 1983).
 * Leaves the state as it was at its best.
 * @param propose changes the state and returns how to undo that
 */
export function anneal(
  { steps, heat, random }: Annealing,
  energy: () => number,
  propose: () => () => void,
  keep: () => () => void,
): number {
  let now = energy()
  let best = now
  let restore = keep()
  for (let step = 0; step < steps; step++) {
    const temperature = heat.first * (heat.last / heat.first) ** (step / steps)
    const undo = propose()
    const next = energy()
    if (next <= now || random() < Math.exp((now - next) / temperature)) now = next
    else undo()
    if (now < best) {
      best = now
      restore = keep()
    }
  }
  restore()
  return best
}
