import { Invalid } from '../platform/errors.js'
import type { Recorded } from '../platform/records/index.js'

/** 本人, 监护人 */
export const givers = ['self', 'guardian'] as const
/** 书面, 口头（有见证人） */
export const consentForms = ['written', 'oral'] as const

/** That somebody agreed to their data being shown, and how that is known. */
export interface Consent extends Recorded {
  readonly needId: string
  readonly by: (typeof givers)[number]
  readonly form: (typeof consentForms)[number]
  /** What for, in words; without names. */
  readonly purpose: string
  /** The organisation it is for; missing: whichever accepts. */
  readonly organizationId?: string
  /** ISO day. */
  readonly givenOn: string
  /** An envelope of `ConsentPeople`; missing once it is erased. */
  readonly sealed?: string
  readonly keyId?: string
  /** ISO instant. */
  readonly withdrawnAt?: string
}

/** Who is named in a consent. */
export interface ConsentPeople {
  /** Who gave it: the guardian's name. */
  readonly giver?: string
  /** Who heard it given. */
  readonly witness?: string
}

export type ConsentDraft = Pick<Consent, 'by' | 'form' | 'purpose' | 'organizationId' | 'givenOn'> &
  ConsentPeople

/** Below this age a parent or guardian consents (PIPL art. 31). */
const ageOfConsent = 14

/**
 * Whether a guardian must consent: under 14, and where a need is about minors and nobody knows the age.
 * @param age whole years; undefined: not known
 */
export function needsGuardian(age: number | undefined, isAboutMinors: boolean): boolean {
  return age === undefined ? isAboutMinors : age < ageOfConsent
}

/** @throws Invalid `consent.witness` for an oral one that nobody heard, `consent.guardian` for a child's own */
export function assertValid(draft: ConsentDraft, guardianNeeded: boolean): void {
  const errors = [
    ...(draft.form === 'oral' && !draft.witness ? [{ field: 'witness', code: 'consent.witness' }] : []),
    ...(guardianNeeded && draft.by === 'self' ? [{ field: 'by', code: 'consent.guardian' }] : []),
    ...(draft.by === 'guardian' && !draft.giver ? [{ field: 'giver', code: 'consent.giver' }] : []),
  ]
  if (errors.length) throw new Invalid(errors)
}

/** Whether one of the consents allows showing the person to the organisation now. */
export function isConsented(
  consents: readonly Consent[],
  organizationId: string,
  guardianNeeded: boolean,
): boolean {
  return consents.some(
    (consent) =>
      consent.withdrawnAt === undefined &&
      (consent.organizationId === undefined || consent.organizationId === organizationId) &&
      !(guardianNeeded && consent.by === 'self'),
  )
}
