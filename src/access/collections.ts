import type { Collection, Stored } from '../platform/store/index.js'
import { accountsCollection } from './accounts/collection.js'
import { claimsCollection } from './claims/collection.js'
import { credentialsCollection } from './credentials/collection.js'
import { invitationsCollection } from './invitations/collection.js'
import { openidFlows, openidIdentities } from './openid/collection.js'
import { sessionsCollection } from './sessions/collection.js'
import { signInTries } from './throttle/throttle.js'
import { tokensCollection } from './tokens/collection.js'

/** What goes by itself when its time is over. */
export const perishableAccess: readonly Collection<Stored>[] = [
  sessionsCollection,
  tokensCollection,
  signInTries,
  openidFlows,
]

/** All that is kept of people, machines and how they get in. */
export const accessCollections: readonly Collection<Stored>[] = [
  accountsCollection,
  credentialsCollection,
  invitationsCollection,
  claimsCollection,
  openidIdentities,
  ...perishableAccess,
]
