import type { ApiPart } from '../platform/http/api-part.js'
import { type Approvals, createApprovals } from './approvals.js'
import { type Consents, createConsents } from './consent-service.js'
import type { IdentitiesDeps } from './deps.js'
import { identityMessages } from './messages.js'
import { personRoutes } from './person-routes.js'
import { createPersons, type Persons } from './persons.js'
import { identityRoutes } from './routes.js'
import { createIdentities, type Identities } from './service.js'

export { consentKind, identityCollections, identityKind, releaseKind } from './collection.js'
export type { IdentitiesDeps, ReferralGrounds, ReferralStanding } from './deps.js'
export { assertKeysFit } from './keys.js'
export { identityMessages } from './messages.js'
export { referralGrounds } from './referral-grounds.js'
export { retentionJob } from './retention-job.js'
export { rotationJob } from './rotation-job.js'
export { createVault, type Vault } from './vault.js'

/** All use cases around the person behind a need. */
export interface People {
  readonly identities: Identities
  readonly approvals: Approvals
  readonly consents: Consents
  readonly persons: Persons
}

export function createPeople(deps: IdentitiesDeps): People {
  return {
    identities: createIdentities(deps),
    approvals: createApprovals(deps),
    consents: createConsents(deps),
    persons: createPersons(deps),
  }
}

export function identityApi({ identities, approvals, consents, persons }: People): ApiPart {
  return {
    routes: [...identityRoutes(identities, approvals), ...personRoutes(consents, persons)],
    tags: { identities: { zh: '身份信息', en: 'Identities' } },
    messages: identityMessages,
  }
}
