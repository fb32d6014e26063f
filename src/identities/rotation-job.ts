import { systemActor } from '../platform/actor.js'
import { Conflict } from '../platform/errors.js'
import type { Job } from '../platform/jobs/index.js'
import {
  type Recorded,
  type RecordKind,
  type Rewritten,
  type UnitDeps,
  unitOfWork,
} from '../platform/records/index.js'
import type { KeyRing } from '../privacy/index.js'
import { consentKind, identityKind } from './collection.js'
import { formerKeys, strikeOff } from './keys.js'
import type { Vault } from './vault.js'

const atOnce = 100
/** Of batches in which somebody else changed a record just then. */
const mostRefused = 10
const actor = systemActor('rotate-keys')

export interface RotationDeps extends UnitDeps {
  readonly ring: KeyRing
  readonly vault: Vault
  /** Each seals anew what others keep with the same keys. */
  readonly others: readonly ((signal: AbortSignal) => Promise<Rewritten>)[]
}

/**
 * Seals anew, with the current key, whatever an earlier one sealed. Broken off it goes on where it stopped: what is done
 * carries the current key's id. Both keys must be in the ring meanwhile.
 */
export function rotationJob(deps: RotationDeps): Job {
  const { store, ring, vault } = deps

  async function resealSome<T extends Recorded>(
    kind: RecordKind<T>,
    former: readonly string[],
    reseal: (record: T) => T,
  ): Promise<number> {
    const filter = { keyId: { $in: former } }
    const stale = await store.find(kind.collection, filter, { limit: atOnce })
    if (!stale.length) return 0
    return unitOfWork(deps, actor, async (unit) => {
      for (const { id, revision } of stale)
        await unit.amend(kind, { id, revision, change: reseal }, { action: 'reseal' })
      return stale.length
    })
  }

  async function resealAll<T extends Recorded>(
    kind: RecordKind<T>,
    former: readonly string[],
    reseal: (record: T) => T,
    signal: AbortSignal,
  ): Promise<number> {
    let resealed = 0
    for (let refused = 0; ; ) {
      signal.throwIfAborted()
      try {
        const some = await resealSome(kind, former, reseal)
        if (!some) return resealed
        resealed += some
      } catch (error) {
        if (!(error instanceof Conflict) || ++refused > mostRefused) throw error
      }
    }
  }

  return {
    name: 'rotate-keys',
    summary: {
      zh: '用现在的密钥重新加密身份信息',
      en: 'Encrypt identities anew that an earlier key encrypted',
    },
    schedule: '25 * * * *',
    async run({ signal }) {
      const former = await formerKeys(store, ring)
      if (!former.length) return { counts: { identities: 0, consents: 0, others: 0 } }
      const identities = await resealAll(identityKind, former, vault.reseal, signal)
      const consents = await resealAll(consentKind, former, vault.resealPeople, signal)
      let others = 0
      let left = 0
      for (const reseal of deps.others) {
        const rewritten = await reseal(signal)
        others += rewritten.written
        left += rewritten.left
      }
      if (!left) await strikeOff(store, former)
      return { counts: { identities, consents, others } }
    },
  }
}
