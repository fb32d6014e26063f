import { hash, verify } from '@node-rs/argon2'
import { normalizedPassword } from './rules.js'

/** What one hash costs. */
export interface HashCost {
  /** KiB. */
  readonly memoryCost: number
  /** Passes over the memory. */
  readonly timeCost: number
  readonly parallelism: number
}

/** The least that OWASP asks of argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
export const safeCost: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** At most so many hashes are made at once: each takes 19 MiB and a thread, and strangers decide how many are wanted. */
const mostAtOnce = 4

/** Makes and checks password hashes (argon2id). The cost stands in each hash, so old ones stay good when it rises. */
export class PasswordHashes {
  #running = 0
  readonly #waiting: (() => void)[] = []
  #dummy: Promise<string> | undefined

  constructor(private readonly cost: HashCost = safeCost) {}

  make(password: string): Promise<string> {
    return this.inTurn(() => hash(normalizedPassword(password), this.cost))
  }

  /**
   * Whether this is the password of the hash. Where there is none, as for a name that nobody has, a hash of the same
   * cost is checked all the same, so that the time tells nothing.
   */
  async matches(known: string | undefined, password: string): Promise<boolean> {
    this.#dummy ??= this.make('nobody has this password')
    const against = known ?? (await this.#dummy)
    const isRight = await this.inTurn(() => verify(against, normalizedPassword(password)))
    return known !== undefined && isRight
  }

  private async inTurn<R>(work: () => Promise<R>): Promise<R> {
    if (this.#running >= mostAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#running++
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }
}
