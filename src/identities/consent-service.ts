import type { Actor } from '../platform/actor.js'
import { Conflict, NotFound } from '../platform/errors.js'
import { unitOfWork } from '../platform/records/index.js'
import type { RawDocument } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import { consentKind } from './collection.js'
import { assertValid, type Consent, type ConsentDraft } from './consents.js'
import { type IdentitiesDeps, needInside, protectionOf, standingTo } from './deps.js'
import { consentsOf, identitiesOf } from './vault.js'

/** A consent as it may be listed: who is named in it stays sealed. */
export type ShownConsent = Omit<Consent, 'sealed' | 'keyId'>

export interface Consents {
  /** @throws NotFound outside the region; Invalid `consent.guardian`, `consent.witness`, `consent.giver` */
  record(needId: string, draft: ConsentDraft, actor: Actor): Promise<ShownConsent>
  /** Oldest first, withdrawn ones too. @throws NotFound */
  list(needId: string, actor: Actor): Promise<ShownConsent[]>
  /** From now on nobody is shown the person by this consent. @throws NotFound, Conflict `state.refused` */
  withdraw(id: string, revision: number, reason: string, actor: Actor): Promise<ShownConsent>
  getRaw(id: string): Promise<RawDocument>
}

export function createConsents(deps: IdentitiesDeps): Consents {
  const { store, needs, vault } = deps

  return {
    async record(needId, { giver, witness, ...draft }, actor) {
      const need = await needInside(needId, actor, deps)
      return unitOfWork(deps, actor, async (unit) => {
        const identity = (await identitiesOf(unit.tx, [needId])).get(needId)
        const { guardianNeeded } = protectionOf(need, identity, unit.at, deps)
        const people = { ...(giver && { giver }), ...(witness && { witness }) }
        assertValid({ ...draft, ...people }, guardianNeeded)
        const sealed = vault.sealPeople(needId, people)
        const purpose = mask(draft.purpose).text
        const consent = await unit.create(
          consentKind,
          { ...draft, purpose, needId, ...sealed },
          { action: 'record', reason: purpose },
        )
        return shown(consent)
      })
    },
    async list(needId, actor) {
      await standingTo(await needs.records.get(needId), actor, deps)
      return (await consentsOf(store, needId)).map(shown)
    },
    async withdraw(id, revision, said, actor) {
      const before = await store.get(consentKind.collection, id)
      if (!before) throw new NotFound('consent', id)
      const { region } = await needInside(before.needId, actor, deps)
      return unitOfWork(deps, actor, async (unit) => {
        const change = (consent: Consent): Consent => {
          if (consent.withdrawnAt) throw new Conflict('state.refused', 'it is withdrawn already')
          return { ...consent, withdrawnAt: unit.at }
        }
        const deed = { action: 'withdraw', reason: mask(said).text }
        const consent = await unit.amend(consentKind, { id, revision, change }, deed)
        const { needId } = consent
        unit.announce({ name: 'consent.withdrawn', kind: 'consent', subject: id, facts: { needId, region } })
        return shown(consent)
      })
    },
    async getRaw(id) {
      const consent = await store.get(consentKind.collection, id)
      if (!consent) throw new NotFound('consent', id)
      return { revision: consent.revision, json: JSON.stringify(shown(consent)) }
    },
  }
}

function shown({ sealed: _, keyId: __, ...consent }: Consent): ShownConsent {
  return consent
}
