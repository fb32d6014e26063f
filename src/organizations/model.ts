import { isDeepStrictEqual } from 'node:util'
import { Conflict, type FieldError, Invalid } from '../platform/errors.js'
import type { Recorded, RecordedFields } from '../platform/records/index.js'
import { isCreditCode } from './credit-code.js'

/** 社会团体, 社会服务机构, 基金会, 社区社会组织 */
export const organizationTypes = [
  'association',
  'service-institution',
  'foundation',
  'community-group',
] as const
/** 公益慈善, 生活服务, 社区事务, 文体活动 */
export const activityTypes = ['charity', 'living-services', 'community-affairs', 'culture-sports'] as const
/** 正常, 警告, 中止, 撤销 */
export const standings = ['active', 'warned', 'suspended', 'revoked'] as const
export type Standing = (typeof standings)[number]
export const grades = ['1A', '2A', '3A', '4A', '5A'] as const

/** 登记 with a unified social credit code, or 备案 with a filing number. */
export type Track =
  | { readonly kind: 'registered'; readonly creditCode: string }
  | { readonly kind: 'filed'; readonly filingNumber: string }

/** 社会组织评估等级: counts only while it is valid (five years). Dates are ISO days. */
export interface Evaluation {
  readonly grade: (typeof grades)[number]
  readonly grantedOn: string
  readonly validTo: string
}

export interface Qualification {
  /** e.g. `social-worker`, `counsellor`, `nurse`, `lawyer`, `mediator`, `minor-check` */
  readonly code: string
  /** ISO day; missing when it does not expire. */
  readonly validTo?: string
}

/** How to reach the organisation; these people act for it, they are not beneficiaries. */
export interface Contact {
  readonly name: string
  readonly role?: string
  readonly phone?: string
  readonly email?: string
}

export interface Organization extends Recorded {
  readonly name: string
  readonly type: (typeof organizationTypes)[number]
  readonly track: Track
  readonly activity: (typeof activityTypes)[number]
  readonly homeRegion: string
  readonly evaluation?: Evaluation
  readonly standing: Standing
  readonly qualifications: readonly Qualification[]
  readonly contacts: readonly Contact[]
  readonly description?: string
  /** Keeps an imported record the same record when it is imported again. */
  readonly externalId?: string
}

/** What people enter and replace; the standing is set in its own use case. */
export type OrganizationChange = Omit<Organization, RecordedFields | 'standing'>
/** As it is first entered. */
export type OrganizationDraft = OrganizationChange & { readonly standing: Standing }

/**
 * What is wrong within a draft. Associations, service institutions and foundations exist by registration (facts 1:
 * 社会团体登记管理条例, 民办非企业单位登记管理暂行条例, 基金会管理条例), so only a community group can be filed.
 */
export function organizationErrors({ type, track, evaluation }: OrganizationChange): FieldError[] {
  const errors: FieldError[] = []
  if (track.kind === 'registered' && !isCreditCode(track.creditCode)) {
    errors.push({ field: 'track.creditCode', code: 'creditCode.invalid' })
  }
  if (track.kind === 'filed' && type !== 'community-group')
    errors.push({ field: 'track.kind', code: 'track.filed' })
  if (evaluation && evaluation.validTo < evaluation.grantedOn) {
    errors.push({ field: 'evaluation.validTo', code: 'range.reversed' })
  }
  return errors
}

/** Takes over all that a person may change; the external id stays when the change names none. */
export function changeOrganization(before: Organization, change: OrganizationChange): Organization {
  const { id, revision, createdAt, createdBy, updatedAt, updatedBy, standing, externalId } = before
  const stamps = { id, revision, createdAt, createdBy, updatedAt, updatedBy }
  return { ...(externalId === undefined ? {} : { externalId }), ...change, standing, ...stamps }
}

/** What the registration office knows, what says which street is in charge, and the key of an import. */
const officeFields = ['track', 'evaluation', 'homeRegion', 'externalId'] as const

/** What its manager may change. @throws Invalid `field.office` naming each field that only staff change */
export function changeOwnOrganization(before: Organization, change: OrganizationChange): Organization {
  const after = changeOrganization(before, change)
  const errors = officeFields
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({ field, code: 'field.office' }))
  if (errors.length) throw new Invalid(errors)
  return after
}

/** @throws Conflict `state.refused` when it has that standing already */
export function setStanding(organization: Organization, standing: Standing): Organization {
  if (organization.standing === standing)
    throw new Conflict('state.refused', `standing is ${standing} already`)
  return { ...organization, standing }
}

/** A warning does not stop an organisation, a suspension does. */
export const serving = ['active', 'warned'] as const satisfies readonly Standing[]

/** Whether it may offer services now. */
export function mayServe({ standing }: Pick<Organization, 'standing'>): boolean {
  return (serving as readonly Standing[]).includes(standing)
}

/** The grade on a day, while it is valid. @param day ISO day */
export function gradeOn(
  { evaluation }: Pick<Organization, 'evaluation'>,
  day: string,
): Evaluation['grade'] | undefined {
  return evaluation && evaluation.grantedOn <= day && day <= evaluation.validTo ? evaluation.grade : undefined
}
