import { parentPort } from 'node:worker_threads'

/** What goes to a thread and what comes back, with the number that tells which belong together. */
export interface Question {
  readonly number: number
  readonly question: unknown
}
export type Answer =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly error: unknown }

/** Makes a thread's module answer what `Threads` ask it, one question after the other. */
export function answering<Q, A>(answer: (question: Q) => A): void {
  parentPort?.on('message', ({ number, question }: Question) => {
    parentPort?.postMessage(answered(number, () => answer(question as Q)))
  })
}

function answered(number: number, answer: () => unknown): Answer {
  try {
    return { number, answer: answer() }
  } catch (error) {
    return { number, error }
  }
}
