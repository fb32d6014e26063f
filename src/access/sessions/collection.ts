import { defineCollection } from '../../platform/store/index.js'
import type { Session } from './model.js'

export const sessionsCollection = defineCollection<Session>({
  name: 'sessions',
  shape: {
    account: 'string',
    hash: 'string',
    way: 'string',
    idToken: 'string',
    device: 'string',
    startedAt: 'string',
    lastSeenAt: 'string',
    expiresAt: 'string',
  },
  indexes: [{ fields: ['account', 'startedAt'] }, { fields: ['expiresAt'], expires: true }],
})

/** As the audit trail names it. */
export const sessionKind = { name: 'session' }
