/**
 * What `work` makes of each item, in their order. While one is looked at, the next are begun already.
 * @param depth how many, >= 0
 * @throws what the first that failed threw, once nothing is under way any more
 */
export async function* ahead<T, R>(
  items: Iterable<T>,
  depth: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void> {
  const begun: Promise<R>[] = []
  try {
    for (const item of items) {
      const result = work(item)
      // Heard of when its turn comes; until then it is not unhandled.
      result.catch(() => undefined)
      begun.push(result)
      if (begun.length > depth) yield begun.shift() as Promise<R>
    }
    while (begun.length) yield begun.shift() as Promise<R>
  } finally {
    await Promise.allSettled(begun)
  }
}
