/**
 * Does `work` on all items, some at once, in the order in which they come.
 * @param atOnce how many are under way at most
 * @throws what the first that failed threw, once nothing is under way any more; none is begun after a failure
 */
export async function inParallel<T>(
  items: Iterable<T> | AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    try {
      while (!failures.length) {
        const next = await source.next()
        if (next.done) return
        await work(next.value)
      }
    } catch (error) {
      failures.push(error)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (!failures.length) return
  await source.return?.()
  throw failures[0]
}
