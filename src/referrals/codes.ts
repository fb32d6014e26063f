import { type Links, shownCode } from '../links/index.js'
import { type Actor, visitor } from '../platform/actor.js'
import { Conflict } from '../platform/errors.js'
import { type UnitDeps, unitOfWork } from '../platform/records/index.js'
import { referralKind } from './collection.js'
import type { Referrals } from './service.js'
import type { Stage } from './states.js'
import type { Terms } from './terms.js'

export interface CodesDeps extends UnitDeps {
  readonly referrals: Pick<Referrals, 'get'>
  readonly links: Pick<Links, 'issue'>
  readonly terms: Terms
}

/** A code for the person who was served, to be told by word of mouth or on paper. */
export interface OneTimeCode {
  /** In groups of four; shown this once. */
  readonly code: string
  /** ISO instant. */
  readonly expiresAt: string
}

const telling: ReadonlySet<Stage> = new Set(['reported', 'provisional', 'confirmed'])
const day = 86_400_000

/**
 * Makes codes by which a person without an account confirms, disputes or rates what was done for him.
 * @returns a use case. It throws NotFound out of the actor's reach, Conflict `state.refused` before anything is reported
 */
export function createCodes({ referrals, links, terms, ...deps }: CodesDeps) {
  return async (id: string, actor: Actor): Promise<OneTimeCode> => {
    const { stage } = await referrals.get(id, actor)
    if (!telling.has(stage))
      throw new Conflict('state.refused', `${stage}; allowed: ${[...telling].join(', ')}`)
    return unitOfWork(deps, actor, async (unit) => {
      const expiresAt = new Date(Date.parse(unit.at) + terms.settings.codeDays * day).toISOString()
      const holder = { ...visitor, id: 'beneficiary' }
      const order = { purpose: 'referral.voice', subject: id, holder, expiresAt, form: 'code' } as const
      const token = await links.issue(unit.tx, order)
      unit.note(referralKind, { action: 'code' }, id)
      return { code: shownCode(token), expiresAt }
    })
  }
}
