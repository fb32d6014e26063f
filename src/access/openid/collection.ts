import { defineCollection, type Stored } from '../../platform/store/index.js'

/** A person as the district's own system knows it; the id is made of issuer and subject. */
export interface OpenidIdentity extends Stored {
  readonly issuer: string
  readonly subject: string
  readonly account: string
}

/** A sign-in that was sent there and has not come back. The id is the hash of its state. */
export interface OpenidFlow extends Stored {
  readonly nonce: string
  /** PKCE: what the challenge was made of. */
  readonly verifier: string
  /** Token of an invitation that it accepts. */
  readonly invitation?: string
  /** ISO instant. */
  readonly expiresAt: string
}

export const openidIdentities = defineCollection<OpenidIdentity>({
  name: 'openid_identities',
  shape: { issuer: 'string', subject: 'string', account: 'string' },
  indexes: [{ fields: ['account'] }],
})

export const openidFlows = defineCollection<OpenidFlow>({
  name: 'openid_flows',
  shape: { nonce: 'string', verifier: 'string', invitation: 'string', expiresAt: 'string' },
  indexes: [{ fields: ['expiresAt'], expires: true }],
})
