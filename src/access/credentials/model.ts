import type { Stored } from '../../platform/store/index.js'

/** What proves who somebody is, apart from the account, so that no list or export of accounts holds it. */
export interface Credentials extends Stored {
  /** Id of the account. */
  readonly id: string
  /** Missing where the person signs in through the district's own system only. */
  readonly passwordHash?: string
  readonly secondFactor?: SecondFactorRecord
}

export interface SecondFactorRecord {
  /** The secret, encrypted. */
  readonly sealed: string
  /** Not before the first code was right: who mistyped the secret would be shut out. */
  readonly isOn: boolean
  /** The newest step whose code was taken. */
  readonly lastStep: number
  /** Hashes of the recovery codes that are left. */
  readonly recovery: readonly string[]
}
