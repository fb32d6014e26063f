/** What stands at a path, and the values of its parameters. */
export interface Found<V> {
  readonly value: V
  readonly params: Readonly<Record<string, string>>
}

interface Place<V> {
  /** By the next word of the path, in lower case. */
  readonly words: Map<string, Place<V>>
  /** Where any word may stand. */
  any?: Place<V>
  /** What stands here, and which of its words are which parameters. */
  end?: { readonly value: V; readonly names: readonly (readonly [at: number, name: string])[] }
}

const parameter = /^\{(\w+)\}$/

/**
 * Values by paths such as `/needs/{id}`, found word by word: of a list of patterns half would be tried each time, and there are a
 * hundred and more. Fixed words are taken in either case and win over parameters; one slash at the end changes nothing.
 */
export class RouteTable<V> {
  readonly #root: Place<V> = { words: new Map() }

  /** @throws RangeError where a path stands already that differs in the names of its parameters only */
  put(path: string, value: V): void {
    const words = path.split('/')
    const names = words.flatMap((word, at) => {
      const name = parameter.exec(word)?.[1]
      return name === undefined ? [] : [[at, name] as const]
    })
    let place = this.#root
    for (const word of words.slice(1)) place = wayOn(place, word)
    if (place.end) throw new RangeError(`${path} cannot be told from another path`)
    place.end = { value, names }
  }

  /** @param path percent-encoded, in a way that can be decoded; without a query */
  find(path: string): Found<V> | undefined {
    const words = path.split('/')
    if (words[0] !== '') return undefined
    if (words.length > 2 && words.at(-1) === '') words.pop()
    const end = endOf(this.#root, words, 1)
    if (!end) return undefined
    const params: Record<string, string> = {}
    for (const [at, name] of end.names) params[name] = decoded(words[at] as string)
    return { value: end.value, params }
  }
}

function wayOn<V>(place: Place<V>, word: string): Place<V> {
  const next: Place<V> = { words: new Map() }
  if (parameter.test(word)) {
    place.any ??= next
    return place.any
  }
  const key = word.toLowerCase()
  if (!place.words.has(key)) place.words.set(key, next)
  return place.words.get(key) ?? next
}

/** Goes no deeper than the table, and a word has two ways on at most. */
function endOf<V>(place: Place<V>, words: readonly string[], at: number): Place<V>['end'] {
  if (at === words.length) return place.end
  const word = words[at] as string
  const fixed = place.words.get(word.toLowerCase())
  const found = fixed && endOf(fixed, words, at + 1)
  return found || !place.any || word === '' ? found : endOf(place.any, words, at + 1)
}

function decoded(word: string): string {
  return word.includes('%') ? decodeURIComponent(word) : word
}
