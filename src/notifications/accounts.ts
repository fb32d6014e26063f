import { type Account, accountKind } from '../access/index.js'
import { anyOf, given } from '../platform/records/index.js'
import type { Condition, DocumentStore } from '../platform/store/index.js'
import type { Accounts, Recipient } from './audience.js'

/** The accounts of the installation, as readers of notices. */
export function accountsIn(store: Pick<DocumentStore, 'find' | 'getMany'>): Accounts {
  return {
    async accountsFor({ ids, roles, regions, organizations }, { after = '', limit }) {
      if (ids) {
        const named = await store.getMany(accountKind.collection, ids)
        return named.filter(({ id, state }) => id > after && state === 'active').map(recipientOf)
      }
      const filter = given<Condition>({
        role: roles && anyOf(roles),
        region: regions && anyOf(regions),
        organization: organizations && anyOf(organizations),
      })
      const page = { limit, ...(after ? { after: { value: after, id: after } } : {}) }
      const found = await store.find(accountKind.collection, { ...filter, state: 'active' }, page)
      return found.map(recipientOf)
    },
  }
}

function recipientOf({ id, role, region, organization, email }: Account): Recipient {
  return {
    ...{ id, role },
    ...(region === undefined ? {} : { region }),
    ...(organization === undefined ? {} : { organization }),
    ...(email === undefined ? {} : { email }),
  }
}
