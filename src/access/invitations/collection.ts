import { type RecordKind, recordedShape } from '../../platform/records/index.js'
import { defineCollection } from '../../platform/store/index.js'
import { scopeShape } from '../accounts/collection.js'
import type { Invitation } from './model.js'

export const invitationsCollection = defineCollection<Invitation>({
  name: 'invitations',
  shape: {
    ...recordedShape,
    ...scopeShape,
    name: 'string',
    email: 'string',
    state: 'string',
    expiresAt: 'string',
    hash: 'string',
    maker: 'string',
    account: 'string',
  },
  indexes: [
    { fields: ['createdAt'] },
    { fields: ['role', 'createdAt'] },
    { fields: ['organization', 'createdAt'] },
    { fields: ['region', 'createdAt'] },
  ],
})

export const invitationKind: RecordKind<Invitation> = {
  name: 'invitation',
  prefix: 'i',
  collection: invitationsCollection,
}
