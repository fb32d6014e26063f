import { Conflict } from '../platform/errors.js'
import { type ActionInput, assertInput } from './action-input.js'
import { dueAt } from './ladder.js'
import type { Change, Referral, Times } from './model.js'
import { queueOf } from './queue.js'
import { type Action, finalStages, keptAs, owes, type Party, type Stage, stageAfter } from './states.js'
import type { Terms } from './terms.js'

export interface ActionContext {
  readonly party: Party
  /** Id of the actor. */
  readonly actor: string
  /** ISO instant. */
  readonly at: string
  /** ISO day in the time zone of the installation. */
  readonly today: string
  readonly terms: Terms
}

type Draft = { -readonly [key in keyof Referral]: Referral[key] }
type Effect = (draft: Draft, input: ActionInput, context: ActionContext) => void

/**
 * The referral after an action of a party, without a look at what is left of need and offering.
 * @throws Conflict `state.refused` naming what is allowed; Invalid for input that the action needs or does not bear
 */
export function act(before: Referral, action: Action, input: ActionInput, context: ActionContext): Referral {
  const stage = stageAfter(before.stage, action, context.party, before.how)
  assertInput(before, action, input)
  const draft: Draft = { ...before, times: timesAfter(before.times, action, stage, context.at) }
  if (input.reason) draft.reason = { ...input.reason, by: context.party }
  if (input.why && action !== 'amend') draft.remark = { action, text: input.why, by: context.party }
  effects[action]?.(draft, input, context)
  return placedAt(draft, stage, context)
}

/** At another stage, with all that follows from that. */
export function placedAt(
  referral: Referral,
  stage: Stage,
  { at, terms }: Pick<ActionContext, 'at' | 'terms'>,
): Referral {
  const { closing: _, dueAt: __, ...rest } = referral
  const since = stage === referral.stage ? referral.since : at
  const due = dueAt({ stage, urgency: referral.urgency, since }, terms)
  const at_ = { ...rest, ...keptAs(stage), stage, since, owes: owes(stage, referral.how) }
  const placed = due === undefined ? at_ : { ...at_, dueAt: due }
  return { ...placed, queue: queueOf(placed) }
}

const timeOf: { readonly [action in Action]?: keyof Times } = {
  send: 'sent',
  override: 'sent',
  receive: 'received',
  accept: 'answered',
  reject: 'answered',
  begin: 'begun',
  report: 'reported',
}

function timesAfter(before: Times, action: Action, stage: Stage, at: string): Times {
  const name = timeOf[action]
  const { closed: _, ...times } = name ? { ...before, [name]: at } : before
  if (!finalStages.has(stage)) return times
  return { ...times, closed: action === 'rate' ? (before.closed ?? at) : at }
}

const effects: { readonly [action in Action]?: Effect } = {
  amend(draft, { quantity, plannedStart, why = '' }, context) {
    const note = (field: Change['field'], to: string): void => noteChange(draft, field, to, why, context)
    if (quantity !== undefined && quantity !== draft.quantity) {
      note('quantity', String(quantity))
      draft.quantity = quantity
    }
    if (plannedStart !== undefined && plannedStart !== draft.plannedStart) {
      note('plannedStart', plannedStart)
      draft.plannedStart = plannedStart
      movePlace(draft, context)
    }
  },
  accept(draft, { quantity = draft.quantity, plannedStart }, context) {
    if (quantity !== draft.quantity) noteChange(draft, 'quantity', String(quantity), 'accept', context)
    draft.quantity = quantity
    if (plannedStart !== undefined) draft.plannedStart = plannedStart
    delete draft.reason
    movePlace(draft, context)
  },
  expire(draft) {
    draft.reason = { code: 'no-response', by: 'system' }
  },
  override: askAgain,
  report(draft, { report }, context) {
    if (!report) return
    const { delivered } = report
    if (delivered !== draft.quantity) noteChange(draft, 'quantity', String(delivered), 'report', context)
    Object.assign(draft, { report, quantity: delivered, delivered })
  },
  fail: keepDone,
  cancel: keepDone,
  confirm: rate,
  rate,
  reopen(draft, input, context) {
    const closed = draft.times.closed ?? draft.since
    const days = (Date.parse(context.at) - Date.parse(closed)) / 86_400_000
    const { reopenDays } = context.terms.settings
    if (days > reopenDays) {
      throw new Conflict('state.refused', `closed more than ${reopenDays} days ago; allowed: -`)
    }
    if (draft.state === 'completed') draft.delivered = 0
    else askAgain(draft, input, context)
  },
}

function askAgain(draft: Draft, _: ActionInput, context: ActionContext): void {
  // What was done stays with the referral that closed; the rest is asked for by another one.
  if (draft.delivered > 0) throw new Conflict('state.refused', 'partly done; allowed: -')
  delete draft.reason
  movePlace(draft, context)
}

function keepDone(draft: Draft, { delivered = 0 }: ActionInput): void {
  draft.delivered = delivered
}

/** Each side has one word; saying it again replaces it. */
function rate(draft: Draft, { rating }: ActionInput, { party, at }: ActionContext): void {
  if (!rating) return
  const by = party === 'beneficiary' ? party : 'committee'
  draft.ratings = [...draft.ratings.filter((other) => other.by !== by), { ...rating, by, at }]
}

/** What nobody has been told yet is changed without a trace. */
function noteChange(
  draft: Draft,
  field: Change['field'],
  to: string,
  why: string,
  { at, actor }: ActionContext,
): void {
  if (draft.stage === 'draft') return
  const from = String(draft[field] ?? '')
  draft.changes = [...draft.changes, { at, by: actor, field, from, to, why }]
}

/** What begins in the past or without a date takes its place in this month. */
function movePlace(draft: Draft, { today }: ActionContext): void {
  if (draft.place) draft.place = { ...draft.place, month: monthOf(draft.plannedStart, today) }
}

/**
 * YYYY-MM
 * @param today ISO day
 */
export function monthOf(plannedStart: string | undefined, today: string): string {
  return (plannedStart !== undefined && plannedStart > today ? plannedStart : today).slice(0, 7)
}
