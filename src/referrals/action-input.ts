import { type FieldError, Invalid } from '../platform/errors.js'
import { needsNote, type ReasonCode } from '../reasons/index.js'
import type { RatingGiven, Referral, Report } from './model.js'
import { partsOf } from './quantities.js'
import type { Action } from './states.js'

/** What comes with an action; each takes some of it. */
export interface ActionInput {
  readonly reason?: { readonly code: ReasonCode; readonly note?: string }
  /** Why something is changed, held, disputed, overridden or reopened; must not identify a beneficiary. */
  readonly why?: string
  /** In the referral's unit, > 0. */
  readonly quantity?: number
  /** ISO day. */
  readonly plannedStart?: string
  /** How much was done before it failed or was cancelled, >= 0. */
  readonly delivered?: number
  readonly report?: Report
  readonly rating?: RatingGiven
}

const takes = {
  send: [],
  amend: ['why', 'quantity', 'plannedStart'],
  receive: [],
  accept: ['quantity', 'plannedStart'],
  reject: ['reason'],
  expire: [],
  override: ['why'],
  hold: ['why'],
  resume: [],
  begin: [],
  report: ['report'],
  fail: ['reason', 'delivered'],
  cancel: ['reason', 'delivered'],
  confirm: ['rating'],
  dispute: ['why'],
  lapse: [],
  reopen: ['why'],
  rate: ['rating'],
} as const satisfies { readonly [action in Action]: readonly (keyof ActionInput)[] }

/** What an action takes of `ActionInput`. */
export const inputsOf = (action: Action): readonly (keyof ActionInput)[] => takes[action]

const mustSay: ReadonlySet<keyof ActionInput> = new Set(['reason', 'why', 'report'])

/** Whether an action cannot do without this part of its input. */
export function isRequired(action: Action, field: keyof ActionInput): boolean {
  return (mustSay.has(field) || (action === 'rate' && field === 'rating')) && inputsOf(action).includes(field)
}

/** @throws Invalid naming what is missing, not taken, or more than the referral holds */
export function assertInput(referral: Referral, action: Action, input: ActionInput): void {
  const given = Object.keys(input) as (keyof ActionInput)[]
  const errors: FieldError[] = [
    ...inputsOf(action)
      .filter((field) => isRequired(action, field) && input[field] === undefined)
      .map((field) => ({ field, code: 'any.required' })),
    ...given
      .filter((field) => input[field] !== undefined && !inputsOf(action).includes(field))
      .map((field) => ({ field, code: 'object.unknown' })),
    ...reasonErrors(input),
    ...quantityErrors(referral, action, input),
  ]
  if (errors.length) throw new Invalid(errors)
}

function reasonErrors({ reason }: ActionInput): FieldError[] {
  return reason && needsNote(reason.code) && !reason.note
    ? [{ field: 'reason.note', code: 'any.required' }]
    : []
}

function quantityErrors(referral: Referral, action: Action, input: ActionInput): FieldError[] {
  const over = (field: string, limit: number): FieldError => ({
    field,
    code: 'number.max',
    params: { limit },
  })
  const { quantity, delivered = 0, report, plannedStart } = input
  const errors: FieldError[] = []
  if (report && report.delivered > referral.quantity) errors.push(over('report.delivered', referral.quantity))
  if (action === 'accept' && quantity !== undefined && quantity > referral.quantity)
    errors.push(over('quantity', referral.quantity))
  const { reserved, committed } = partsOf(referral)
  if (delivered > reserved + committed) errors.push(over('delivered', reserved + committed))
  if (action === 'amend' && quantity === undefined && plannedStart === undefined)
    errors.push({ field: 'quantity', code: 'any.required' })
  return errors
}
