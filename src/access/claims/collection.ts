import { type RecordKind, recordedShape } from '../../platform/records/index.js'
import { defineCollection } from '../../platform/store/index.js'
import type { Claim } from './model.js'

export const claimsCollection = defineCollection<Claim>({
  name: 'claims',
  shape: {
    ...recordedShape,
    organization: 'string',
    region: 'string',
    name: 'string',
    contact: 'string',
    reason: 'string',
    state: 'string',
    invitation: 'string',
  },
  indexes: [
    { fields: ['createdAt'] },
    { fields: ['state', 'createdAt'] },
    { fields: ['region', 'createdAt'] },
    { fields: ['organization', 'state'] },
  ],
})

export const claimKind: RecordKind<Claim> = { name: 'claim', prefix: 'j', collection: claimsCollection }
