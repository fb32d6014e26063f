import type { Clock } from '../../platform/clock.js'
import { Conflict, Unauthenticated } from '../../platform/errors.js'
import {
  type DocumentStore,
  defineCollection,
  type Stored,
  type Transaction,
} from '../../platform/store/index.js'
import { hashOf } from '../secrets.js'
import { accountPauses, addressPauses, type PauseRule, pauseAfter } from './pauses.js'

/** How often somebody tried of late. The id is the hash of a name or an address. */
interface SignInTries extends Stored {
  readonly tries: number
  /** ISO instant before which nothing is tried. */
  readonly blockedUntil: string
  /** ISO instant after which it is forgotten. */
  readonly expiresAt: string
}

export const signInTries = defineCollection<SignInTries>({
  name: 'sign_in_tries',
  shape: { tries: 'number', blockedUntil: 'string', expiresAt: 'string' },
  indexes: [{ fields: ['expiresAt'], expires: true }],
})

/** Who tries to sign in: the name that was typed, whether or not anybody has it, and the address it came from. */
export interface Attempt {
  readonly name: string
  readonly address: string
}

interface ThrottleDeps {
  readonly store: DocumentStore
  readonly clock: Clock
}

/** Many at one name at once meet each other in the store; each time one of them gets through. */
const mostMeetings = 20

/**
 * Slows down guesses at passwords and codes, per account and per address. Kept in the store, so that all processes
 * count together. A try is counted before it is looked at: of a thousand sent at once only the free ones are looked at.
 */
export class Throttle {
  constructor(private readonly deps: ThrottleDeps) {}

  /** Counts a try. @throws Unauthenticated `signIn.throttled` while a pause lasts; such tries are not counted */
  async enter(attempt: Attempt): Promise<void> {
    await this.write(async (tx, now) => {
      const [account, address] = await this.known(tx, attempt, now)
      const wait = Math.max(
        ...[account, address].map(({ tries }) => Date.parse(tries?.blockedUntil ?? '') || 0),
      )
      if (wait > now) throw new Unauthenticated('signIn.throttled', Math.ceil((wait - now) / 1000))
      await put(tx, account, (account.tries?.tries ?? 0) + 1, now)
      await put(tx, address, (address.tries?.tries ?? 0) + 1, now)
    })
  }

  /** The try succeeded: the account begins anew, the address is given back this one try only. */
  async succeed(attempt: Attempt): Promise<void> {
    await this.write(async (tx, now) => {
      const [account, address] = await this.known(tx, attempt, now)
      if (account.kept) await tx.remove(signInTries, account.kept.id, account.kept.revision)
      if (address.tries) await put(tx, address, address.tries.tries - 1, now)
    })
  }

  /** Lets an account be tried again at once, whatever was tried before. */
  async forget(name: string): Promise<void> {
    const id = keyOf('account', name)
    await this.write(async (tx) => {
      const kept = await tx.get(signInTries, id)
      if (kept) await tx.remove(signInTries, id, kept.revision)
    })
  }

  private async known(tx: Transaction, { name, address }: Attempt, now: number): Promise<[Known, Known]> {
    const account = { id: keyOf('account', name), rule: accountPauses }
    const place = { id: keyOf('address', address), rule: addressPauses }
    return [await look(tx, account, now), await look(tx, place, now)]
  }

  private async write(work: (tx: Transaction, now: number) => Promise<void>): Promise<void> {
    for (let meetings = 0; ; meetings++) {
      try {
        await this.deps.store.transaction((tx) => work(tx, this.deps.clock.now().getTime()))
        return
      } catch (error) {
        if (!(error instanceof Conflict) || meetings === mostMeetings) throw error
      }
    }
  }
}

interface Known {
  readonly id: string
  readonly rule: PauseRule
  /** As it is stored. */
  readonly kept: SignInTries | undefined
  /** The same, unless it is forgotten by now. */
  readonly tries: SignInTries | undefined
}

async function look(tx: Transaction, key: { id: string; rule: PauseRule }, now: number): Promise<Known> {
  const kept = await tx.get(signInTries, key.id)
  return { ...key, kept, tries: kept && Date.parse(kept.expiresAt) > now ? kept : undefined }
}

async function put(tx: Transaction, { id, rule, kept }: Known, tries: number, now: number): Promise<void> {
  const at = (ms: number) => new Date(now + ms).toISOString()
  const blockedUntil = at(pauseAfter(tries, rule))
  const next = { id, revision: 1, tries, blockedUntil, expiresAt: at(rule.forgottenAfter) }
  if (kept) await tx.replace(signInTries, next, kept.revision)
  else await tx.insert(signInTries, next)
}

/** The names and addresses of those who try are nobody's business, so hashes are kept. */
function keyOf(kind: 'account' | 'address', value: string): string {
  return `${kind}-${hashOf(value)}`
}
