import { type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection, type Stored } from '../platform/store/index.js'
import type { Consent } from './consents.js'
import type { Identity } from './model.js'
import type { Release } from './releases.js'

const decision = { by: 'string', at: 'string', reason: 'string' } as const

export const identityKind: RecordKind<Identity> = {
  name: 'identity',
  prefix: 'id',
  collection: defineCollection<Identity>({
    name: 'identities',
    shape: {
      ...recordedShape,
      needId: 'string',
      sealed: 'string',
      keyId: 'string',
      fingerprints: ['string'],
      fields: ['string'],
      erased: { at: 'string', why: 'string' },
    },
    indexes: [{ fields: ['needId'], unique: true }, { fields: ['keyId', 'updatedAt'] }],
    arrays: ['fingerprints'],
  }),
}

export const consentKind: RecordKind<Consent> = {
  name: 'consent',
  prefix: 'cs',
  collection: defineCollection<Consent>({
    name: 'consents',
    shape: {
      ...recordedShape,
      needId: 'string',
      by: 'string',
      form: 'string',
      purpose: 'string',
      organizationId: 'string',
      givenOn: 'string',
      sealed: 'string',
      keyId: 'string',
      withdrawnAt: 'string',
    },
    indexes: [{ fields: ['needId', 'createdAt'] }, { fields: ['keyId', 'updatedAt'] }],
  }),
}

export const releaseKind: RecordKind<Release> = {
  name: 'release',
  prefix: 'ir',
  collection: defineCollection<Release>({
    name: 'identity_releases',
    shape: {
      ...recordedShape,
      needId: 'string',
      region: 'string',
      requester: 'string',
      organizationId: 'string',
      purpose: 'string',
      ground: 'string',
      isGuarded: 'boolean',
      state: 'string',
      expiresAt: 'string',
      decided: decision,
      review: 'string',
      reviewed: decision,
    },
    indexes: [
      { fields: ['needId', 'requester', 'createdAt'] },
      { fields: ['state', 'createdAt'] },
      { fields: ['review', 'createdAt'] },
    ],
  }),
}

/** That a key seals what is in this store; its id is the key's. */
export interface KnownKey extends Stored {
  /** An envelope that only the right secret opens. */
  readonly proof: string
  readonly since: string
}

export const knownKeys = defineCollection<KnownKey>({
  name: 'known_keys',
  shape: { proof: 'string', since: 'string' },
})

export const identityCollections = [
  identityKind.collection,
  consentKind.collection,
  releaseKind.collection,
  knownKeys,
]
