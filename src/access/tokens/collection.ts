import { type RecordKind, recordedShape } from '../../platform/records/index.js'
import { defineCollection } from '../../platform/store/index.js'
import { scopeShape } from '../accounts/collection.js'
import type { ApiToken } from './model.js'

export const tokensCollection = defineCollection<ApiToken>({
  name: 'api_tokens',
  shape: {
    ...recordedShape,
    ...scopeShape,
    label: 'string',
    hash: 'string',
    permissions: ['string'],
    expiresAt: 'string',
    lastUsedOn: 'string',
    account: 'string',
  },
  indexes: [
    { fields: ['createdAt'] },
    { fields: ['account', 'createdAt'] },
    { fields: ['expiresAt'], expires: true },
  ],
})

export const tokenKind: RecordKind<ApiToken> = { name: 'token', prefix: 'k', collection: tokensCollection }
