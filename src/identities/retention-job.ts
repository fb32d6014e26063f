import { type Need, type NeedState, needKind } from '../needs/index.js'
import { systemActor } from '../platform/actor.js'
import type { Job } from '../platform/jobs/index.js'
import { unitOfWork } from '../platform/records/index.js'
import type { Transaction } from '../platform/store/index.js'
import { identityKind } from './collection.js'
import type { IdentitiesDeps, ReferralStanding } from './deps.js'
import type { Identity } from './model.js'

type Reader = Pick<Transaction, 'find' | 'getMany'>

const atOnce = 200
const dayMs = 86_400_000
const actor = systemActor('erase-identities')
/** States in which nobody looks for help, or gives it, any more. */
const ended: ReadonlySet<NeedState> = new Set(['withdrawn', 'merged', 'met', 'partly-met', 'unmet-closed'])

/**
 * When what is known of the person was last needed: a need's last referral has closed, or it ended without one. Undefined
 * while a referral runs or the need waits.
 */
export function lastNeeded(
  need: Need | undefined,
  referrals: ReferralStanding | undefined,
): string | undefined {
  if (!need) return ''
  if (referrals?.isRunning) return undefined
  const { closedAt } = referrals ?? {}
  if (closedAt === undefined && !ended.has(need.state)) return undefined
  return closedAt !== undefined && closedAt > need.updatedAt ? closedAt : need.updatedAt
}

/**
 * Erases identities that have not been needed for so long; the needs stay, for they are counted.
 * @param days >= 1; docs/privacy.md says why 180
 */
export function retentionJob({
  days,
  ...deps
}: Pick<IdentitiesDeps, 'store' | 'clock' | 'ids' | 'onCommitted' | 'vault' | 'referrals'> & {
  readonly days: number
}): Job {
  const { store, clock, vault, referrals } = deps

  async function dueOf(reader: Reader, batch: readonly Identity[], cutoff: string): Promise<Identity[]> {
    const kept = batch.filter(({ sealed }) => sealed !== undefined)
    if (!kept.length) return []
    const ids = kept.map(({ needId }) => needId)
    const [known, standings] = await Promise.all([
      reader.getMany(needKind.collection, ids),
      referrals.standingOf(reader, ids),
    ])
    const byId = new Map(known.map((need) => [need.id, need]))
    return kept.filter(({ needId }) => {
      const at = lastNeeded(byId.get(needId), standings.get(needId))
      return at !== undefined && at < cutoff
    })
  }

  /** Decides again with the needs held: a referral that is opened at this moment writes its need, and comes before or after. */
  function eraseDue(due: readonly Identity[], cutoff: string): Promise<number> {
    return unitOfWork(deps, actor, async (unit) => {
      await unit.tx.lock(
        needKind.collection,
        due.map(({ needId }) => needId),
      )
      const stillDue = await dueOf(unit.tx, due, cutoff)
      for (const { needId } of stillDue) await vault.forget(unit, needId, 'retention')
      return stillDue.length
    })
  }

  return {
    name: 'erase-identities',
    summary: {
      zh: '清除已过保存期限的身份信息',
      en: 'Erase identities that are past their time',
    },
    schedule: '40 3 * * *',
    async run({ signal }) {
      const cutoff = new Date(clock.now().getTime() - days * dayMs).toISOString()
      let erased = 0
      for await (const batch of store.scan(identityKind.collection, atOnce)) {
        signal.throwIfAborted()
        const due = await dueOf(store, batch, cutoff)
        if (due.length) erased += await eraseDue(due, cutoff)
      }
      return { counts: { erased } }
    },
  }
}
