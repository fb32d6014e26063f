import type { Need } from '../needs/index.js'
import type { Actor } from '../platform/actor.js'
import { type Unit, unitOfWork } from '../platform/records/index.js'
import { mask } from '../privacy/index.js'
import { consentKind, identityKind, releaseKind } from './collection.js'
import type { ShownConsent } from './consent-service.js'
import type { ConsentPeople } from './consents.js'
import type { IdentitiesDeps } from './deps.js'
import { handle, type Identity, type IdentityContent } from './model.js'
import type { Release } from './releases.js'

/** How a person is found: by one or both. `purpose` goes into the audit trail. */
export interface PersonQuery {
  readonly phone?: string
  readonly idNumber?: string
  readonly purpose: string
}

/** All that is kept of a person (PIPL art. 45), need by need. */
export interface PersonExport {
  readonly at: string
  readonly needs: readonly {
    readonly need: Need | undefined
    readonly identity: IdentityContent
    readonly consents: readonly (ShownConsent & ConsentPeople)[]
    readonly releases: readonly Release[]
  }[]
}

/** What a person may ask of the district: a copy of what is kept, and its erasure. */
export interface Persons {
  export(query: PersonQuery, actor: Actor): Promise<PersonExport>
  /** Erases the identifying part of all needs of the person; needs stay, for they are counted. @returns their ids */
  erase(query: PersonQuery, actor: Actor): Promise<string[]>
}

/** Nobody has so many needs; a telephone of an office might. */
const mostNeeds = 500
const mostRecords = 5_000

export function createPersons(deps: IdentitiesDeps): Persons {
  const { ring, vault, needs } = deps

  async function find({ tx }: Unit, { phone, idNumber }: PersonQuery): Promise<Identity[]> {
    const handles = [
      ...(phone === undefined ? [] : [handle('phone', phone)]),
      ...(idNumber === undefined ? [] : [handle('id-number', idNumber)]),
    ]
    const prints = handles.flatMap(({ kind, value }) => ring.fingerprints(kind, value))
    return tx.find(identityKind.collection, { fingerprints: { $in: prints } }, { limit: mostNeeds })
  }

  return {
    export: (query, actor) =>
      unitOfWork(deps, actor, async (unit) => {
        const found = await find(unit, query)
        const ids = found.map(({ needId }) => needId)
        const byNeed = { needId: { $in: ids } }
        const [known, consents, releases] = await Promise.all([
          needs.records.getMany(ids),
          unit.tx.find(consentKind.collection, byNeed, { limit: mostRecords }),
          unit.tx.find(releaseKind.collection, byNeed, { limit: mostRecords }),
        ])
        note(unit, 'export', query, found)
        return {
          at: unit.at,
          needs: found.map((identity) => ({
            need: known.find(({ id }) => id === identity.needId),
            identity: vault.open(identity),
            consents: consents
              .filter(({ needId }) => needId === identity.needId)
              .map((consent) => {
                const { sealed: _, keyId: __, ...shown } = consent
                return { ...shown, ...vault.openPeople(consent) }
              }),
            releases: releases.filter(({ needId }) => needId === identity.needId),
          })),
        }
      }),
    erase: (query, actor) =>
      unitOfWork(deps, actor, async (unit) => {
        const found = await find(unit, query)
        for (const { needId } of found) await vault.forget(unit, needId, 'request')
        note(unit, 'erase-person', query, found)
        return found.map(({ needId }) => needId)
      }),
  }
}

/** Also of a search that found nothing: it was a look at personal data. */
function note(unit: Unit, action: string, { purpose }: PersonQuery, found: readonly Identity[]): void {
  const subjects = found.flatMap(({ id, needId }) => [id, needId])
  unit.note(identityKind, { action, reason: mask(purpose).text }, ...subjects)
}
