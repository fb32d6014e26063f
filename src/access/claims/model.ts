import type { Recorded } from '../../platform/records/index.js'

/** 待审核, 已通过, 未通过 */
export const claimStates = ['open', 'approved', 'refused'] as const

/** Somebody says to be the manager of an organisation. */
export interface Claim extends Recorded {
  readonly organization: string
  /** Home region of the organisation: its street decides. */
  readonly region: string
  readonly name: string
  /** A telephone number or an e-mail address. */
  readonly contact: string
  readonly reason: string
  readonly state: (typeof claimStates)[number]
  /** The invitation that the approval made. */
  readonly invitation?: string
}

/** As it is sent in. */
export interface ClaimDraft extends Pick<Claim, 'name' | 'contact' | 'reason'> {
  /** Unified social credit code or filing number of the organisation. */
  readonly number: string
}
