/**
 * Takes what is put in when all that has come in meanwhile was looked at: what is alike is then done in one go, and the
 * processor has at hand what it takes (docs/adr/0039).
 */
export class EachTurn<Item> {
  #waiting: Item[] = []

  /** @param take must not throw: what waits behind would be lost */
  constructor(private readonly take: (item: Item) => void) {}

  put(item: Item): void {
    if (this.#waiting.push(item) === 1) setImmediate(this.#takeAll)
  }

  readonly #takeAll = () => {
    const waiting = this.#waiting
    this.#waiting = []
    for (const item of waiting) this.take(item)
  }
}
