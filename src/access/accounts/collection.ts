import { type RecordKind, recordedShape } from '../../platform/records/index.js'
import { defineCollection, type Shape, type Stored } from '../../platform/store/index.js'
import type { AccessScope, Account } from './model.js'

export const scopeShape = {
  role: 'string',
  region: 'string',
  organization: 'string',
} as const satisfies Shape<AccessScope & Stored>

export const accountsCollection = defineCollection<Account>({
  name: 'accounts',
  shape: {
    ...recordedShape,
    ...scopeShape,
    name: 'string',
    signInName: 'string',
    email: 'string',
    state: 'string',
    mustChangePassword: 'boolean',
  },
  indexes: [
    { fields: ['signInName'], unique: true },
    { fields: ['createdAt'] },
    { fields: ['role', 'createdAt'] },
    { fields: ['organization', 'createdAt'] },
    { fields: ['region', 'createdAt'] },
  ],
})

export const accountKind: RecordKind<Account> = {
  name: 'account',
  prefix: 'u',
  collection: accountsCollection,
}
