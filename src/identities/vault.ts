import type { IdentityKeeper } from '../needs/index.js'
import type { Unit } from '../platform/records/index.js'
import type { Transaction } from '../platform/store/index.js'
import type { KeyRing } from '../privacy/index.js'
import { consentKind, identityKind } from './collection.js'
import type { Consent, ConsentPeople } from './consents.js'
import { contentWith, fieldsOf, handlesOf, type Identity, type IdentityContent } from './model.js'

const nothing: IdentityContent = { wordings: [] }
/** Each part of a record that is sealed, as its envelope is bound. */
const identityField = 'identity.sealed'
const consentField = 'consent.sealed'
const mostAtOnce = 500

/** What is sealed with an identity, in the fields of its record. */
type SealedIdentity = Pick<Identity, 'sealed' | 'keyId' | 'fingerprints' | 'fields'>

/** The only place where identities are sealed, opened and erased. */
export interface Vault extends IdentityKeeper {
  /** Erases all that is kept of a need. */
  forget(unit: Unit, needId: string, why?: NonNullable<Identity['erased']>['why']): Promise<void>
  /** @throws Unreadable */
  open(identity: Identity): IdentityContent
  sealPeople(needId: string, people: ConsentPeople): Pick<Consent, 'sealed' | 'keyId'>
  /** @throws Unreadable */
  openPeople(consent: Consent): ConsentPeople
  /** The same identity or consent, sealed with the current key. */
  reseal(identity: Identity): Identity
  resealPeople(consent: Consent): Consent
}

export function createVault(ring: KeyRing): Vault {
  // An envelope is bound to the need and not to its own record, whose id is not known when it is sealed.
  const seal = (needId: string, content: IdentityContent): SealedIdentity => ({
    sealed: ring.encrypt(JSON.stringify(content), { record: needId, field: identityField }),
    keyId: ring.currentId,
    fingerprints: handlesOf(content).map(({ kind, value }) => ring.fingerprints(kind, value)[0] as string),
    fields: fieldsOf(content),
  })
  const open = ({ needId, sealed }: Identity): IdentityContent =>
    sealed === undefined
      ? nothing
      : (JSON.parse(ring.decrypt(sealed, { record: needId, field: identityField })) as IdentityContent)
  const sealPeople = (needId: string, people: ConsentPeople): Pick<Consent, 'sealed' | 'keyId'> => ({
    sealed: ring.encrypt(JSON.stringify(people), { record: needId, field: consentField }),
    keyId: ring.currentId,
  })
  const openPeople = ({ needId, sealed }: Consent): ConsentPeople =>
    sealed === undefined
      ? {}
      : (JSON.parse(ring.decrypt(sealed, { record: needId, field: consentField })) as ConsentPeople)

  return {
    async keep(unit, items) {
      const full = items.filter(({ person, wording }) => person || wording)
      if (!full.length) return
      const known = await identitiesOf(
        unit.tx,
        full.map(({ needId }) => needId),
      )
      const births = []
      const amendments = []
      for (const { needId, person, wording } of full) {
        const before = known.get(needId)
        const fields = seal(needId, contentWith(before ? open(before) : nothing, { person, wording }))
        if (!before) births.push({ fields: { needId, ...fields } })
        else
          amendments.push({
            id: before.id,
            revision: before.revision,
            change: ({ erased: _, ...now }: Identity): Identity => ({ ...now, ...fields }),
          })
      }
      if (amendments.length) await unit.amendMany(identityKind, amendments)
      if (births.length) await unit.createMany(identityKind, births)
    },
    async forget(unit, needId, why = 'need-removed') {
      const identity = (await identitiesOf(unit.tx, [needId])).get(needId)
      if (identity && !identity.erased) {
        await unit.amend(
          identityKind,
          { id: identity.id, revision: identity.revision, change: (now) => erased(now, unit.at, why) },
          { action: 'erase', reason: why },
        )
      }
      for (const { id, revision, sealed } of await consentsOf(unit.tx, needId)) {
        if (sealed === undefined) continue
        const change = ({ sealed: _, keyId: __, ...rest }: Consent): Consent => rest
        await unit.amend(consentKind, { id, revision, change }, { action: 'erase', reason: why })
      }
    },
    open,
    sealPeople,
    openPeople,
    reseal: (identity) => ({ ...identity, ...seal(identity.needId, open(identity)) }),
    resealPeople: (consent) => ({ ...consent, ...sealPeople(consent.needId, openPeople(consent)) }),
  }
}

export async function identitiesOf(
  reader: Pick<Transaction, 'find'>,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, Identity>> {
  const found = await reader.find(
    identityKind.collection,
    { needId: { $in: needIds } },
    { limit: Math.max(1, needIds.length) },
  )
  return new Map(found.map((identity) => [identity.needId, identity]))
}

export function consentsOf(reader: Pick<Transaction, 'find'>, needId: string): Promise<Consent[]> {
  const sort = { field: 'createdAt', direction: 'asc' } as const
  return reader.find(consentKind.collection, { needId }, { sort, limit: mostAtOnce })
}

function erased(
  { sealed: _, keyId: __, ...rest }: Identity,
  at: string,
  why: NonNullable<Identity['erased']>['why'],
): Identity {
  return { ...rest, fingerprints: [], fields: [], erased: { at, why } }
}
