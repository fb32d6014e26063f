import { randomBytes } from 'node:crypto'
import { Conflict, Invalid, Unauthenticated } from '../../platform/errors.js'
import { type Unit, type UnitDeps, unitOfWork } from '../../platform/records/index.js'
import type { Transaction } from '../../platform/store/index.js'
import { accountKind, accountsCollection } from '../accounts/collection.js'
import { credentialsCollection } from '../credentials/collection.js'
import { changeCredentials } from '../credentials/credentials.js'
import type { Credentials, SecondFactorRecord } from '../credentials/model.js'
import type { Passwords } from '../passwords/passwords.js'
import type { Recent } from '../recent.js'
import type { SessionActor, SignedIn } from '../signed-in.js'
import type { Attempt } from '../throttle/throttle.js'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.js'
import { base32, otpauthUri, stepOfCode } from './totp.js'

/** Encrypts what must be readable again; privacy's key ring does. */
export interface SecretBox {
  encrypt(text: string, place: { readonly record: string; readonly field: string }): string
  decrypt(envelope: string, place: { readonly record: string; readonly field: string }): string
}

export interface SecondFactorDeps extends UnitDeps {
  readonly keys: SecretBox
  readonly passwords: Passwords
  readonly recent: Recent<SignedIn>
}

/** A secret that is shown once, as text and as the address that an authenticator app reads. */
export interface Enrolment {
  readonly secret: string
  readonly uri: string
}

/** RFC 4226, 4: 160 bits are recommended. */
const secretBytes = 20

/** One-time codes of an authenticator app (TOTP) beside the password, with recovery codes for when it is lost. */
export class SecondFactor {
  constructor(private readonly deps: SecondFactorDeps) {}

  /**
   * Makes a secret, which is not asked for before `confirm`.
   * @throws Conflict `state.refused` when one is on already
   */
  async begin(actor: SessionActor): Promise<Enrolment> {
    const secret = randomBytes(secretBytes)
    const label = await unitOfWork(this.deps, actor, async (unit) => {
      const account = await unit.tx.get(accountsCollection, actor.id)
      await changeCredentials(unit.tx, actor.id, (before) => {
        if (before.secondFactor?.isOn) throw new Conflict('state.refused', 'second factor is on')
        const sealed = this.deps.keys.encrypt(secret.toString('base64'), placeOf(actor.id))
        return { ...before, secondFactor: { sealed, isOn: false, lastStep: -1, recovery: [] } }
      })
      return account?.signInName ?? account?.name ?? ''
    })
    return { secret: base32(secret), uri: otpauthUri(secret, label) }
  }

  /**
   * Turns it on with the first code.
   * @returns the recovery codes, which are shown once
   * @throws Invalid `secondFactor.code`, Conflict `state.refused` when nothing was begun
   */
  async confirm(actor: SessionActor, code: string): Promise<readonly string[]> {
    const { codes, hashes } = newRecoveryCodes()
    await unitOfWork(this.deps, actor, async (unit) => {
      await changeCredentials(unit.tx, actor.id, (before) => {
        const { secondFactor } = before
        if (!secondFactor || secondFactor.isOn) throw new Conflict('state.refused', 'nothing was begun')
        const step = this.stepOf(before.id, secondFactor, code)
        if (step === undefined) throw new Invalid([{ field: 'code', code: 'secondFactor.code' }])
        return { ...before, secondFactor: { ...secondFactor, isOn: true, lastStep: step, recovery: hashes } }
      })
      unit.note(accountKind, { action: 'second-factor-on' }, actor.id)
    })
    this.deps.recent.clear()
    return codes
  }

  /** Turns it off, for whoever knows the password. @throws as `Passwords.assertOwn` */
  async remove(actor: SessionActor, password: string, attempt: Pick<Attempt, 'address'>): Promise<void> {
    await this.deps.passwords.assertOwn(actor, password, attempt)
    await unitOfWork(this.deps, actor, (unit) => this.clearIn(unit, actor.id))
    this.deps.recent.clear()
  }

  /** Turns it off inside a unit. */
  async clearIn(unit: Unit, account: string): Promise<void> {
    await changeCredentials(unit.tx, account, ({ secondFactor: _, ...rest }) => rest)
    unit.note(accountKind, { action: 'second-factor-off' }, account)
  }

  async isOn(account: string): Promise<boolean> {
    return (await this.deps.store.get(credentialsCollection, account))?.secondFactor?.isOn ?? false
  }

  /**
   * Takes a code or recovery code, which is no good afterwards, inside the unit that signs somebody in.
   * @throws Unauthenticated `signIn.secondFactor` without a code, `signIn.failed` with a wrong one
   */
  async takeIn(tx: Transaction, { id }: Credentials, code: string | undefined): Promise<void> {
    // Read in the transaction, which writes it: of two at once with one code, one gets in.
    const now = await tx.get(credentialsCollection, id)
    if (!now?.secondFactor?.isOn) return
    if (code === undefined) throw new Unauthenticated('signIn.secondFactor')
    const next = this.used(id, now.secondFactor, code)
    if (!next) throw new Unauthenticated('signIn.failed')
    await tx.replace(credentialsCollection, { ...now, secondFactor: next }, now.revision)
  }

  private used(id: string, before: SecondFactorRecord, code: string): SecondFactorRecord | undefined {
    const step = this.stepOf(id, before, code)
    if (step !== undefined) return { ...before, lastStep: step }
    const hash = recoveryHash(code)
    const recovery = before.recovery.filter((known) => known !== hash)
    return recovery.length < before.recovery.length ? { ...before, recovery } : undefined
  }

  private stepOf(id: string, { sealed, lastStep }: SecondFactorRecord, code: string): number | undefined {
    const secret = Buffer.from(this.deps.keys.decrypt(sealed, placeOf(id)), 'base64')
    return stepOfCode(secret, code.trim(), this.deps.clock.now(), lastStep)
  }
}

/** What the envelope of an account's secret is bound to. */
export function placeOf(account: string) {
  return { record: account, field: 'secondFactor' }
}
