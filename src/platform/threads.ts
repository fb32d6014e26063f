import { Piscina } from 'piscina'

/** A thread that nobody has asked anything for so long ends, and gives its memory back; milliseconds. */
const idleTimeout = 30_000

/**
 * Threads that answer questions by the function that a module exports by default, begun as there are questions. None of them
 * keeps the process alive while nobody waits for it. Whoever asks bounds how many wait.
 * @param module as it is named once it is built: `.js`
 * @param workerData for the module, which imports it from piscina
 * @param most >= 1
 */
export function openThreads<Q, A>(module: URL, workerData: unknown, most: number): Piscina<Q, A> {
  const isSource = import.meta.url.endsWith('.ts')
  return new Piscina<Q, A>({
    filename: isSource ? module.href.replace(/js$/, 'ts') : module.href,
    // A clone runs its sources (bin/duijie.js), and what makes node read them is not handed on to threads by itself.
    execArgv: isSource ? ['--import', import.meta.resolve('tsx')] : [],
    ...{ workerData, minThreads: 0, maxThreads: most, idleTimeout },
  })
}
