import { Conflict } from '../platform/errors.js'

/** 草稿, 待接收, 已接收, 已接单, 已拒绝, 暂缓, 服务中, 已完成, 未办成, 已取消: the codes of HL7 FHIR's Task.status. */
export const referralStates = [
  'draft',
  'requested',
  'received',
  'accepted',
  'rejected',
  'on-hold',
  'in-progress',
  'completed',
  'failed',
  'cancelled',
] as const
export type ReferralState = (typeof referralStates)[number]

/** 已申报, 有异议, 默认结案, 已确认, 重新办理: how far the two sides are with closing what was done. */
export const closings = ['reported', 'disputed', 'provisional', 'confirmed', 'reopened'] as const
export type Closing = (typeof closings)[number]

/**
 * Where a referral stands, told finely enough to say who may do what: the state, with `applied` for an application that
 * waits for the community, `expired` for what nobody answered in time, and the closing in the place of `completed`.
 */
export const stages = [
  'draft',
  'requested',
  'applied',
  'received',
  'accepted',
  'rejected',
  'expired',
  'on-hold',
  'in-progress',
  'reopened',
  'reported',
  'disputed',
  'provisional',
  'confirmed',
  'failed',
  'cancelled',
] as const
export type Stage = (typeof stages)[number]

/** 居委会, 街道或区工作人员, 社会组织, 系统, 受益人（凭一次性代码） */
export const parties = ['committee', 'staff', 'organisation', 'system', 'beneficiary'] as const
export type Party = (typeof parties)[number]

export const actions = [
  'send',
  'amend',
  'receive',
  'accept',
  'reject',
  'expire',
  'override',
  'hold',
  'resume',
  'begin',
  'report',
  'fail',
  'cancel',
  'confirm',
  'dispute',
  'lapse',
  'reopen',
  'rate',
] as const
export type Action = (typeof actions)[number]

/** Whose turn it is. */
export const debtors = ['community', 'organisation', 'staff', 'nobody'] as const
export type Debtor = (typeof debtors)[number]

export interface Rule {
  readonly to: Stage
  readonly by: readonly Party[]
}

const to = (stage: Stage, ...by: Party[]): Rule => ({ to: stage, by })

const asker = ['committee', 'staff'] as const
const either = ['committee', 'staff', 'organisation'] as const

/**
 * Stage x action -> next stage, and the parties that may do it. What is not in here is refused. An application that is
 * to be answered again becomes `applied` where this says `requested`: see `stageAfter`.
 */
export const table: { readonly [stage in Stage]: { readonly [action in Action]?: Rule } } = {
  draft: {
    send: to('requested', ...either),
    amend: to('draft', ...either),
    cancel: to('cancelled', ...either),
  },
  requested: {
    amend: to('requested', ...asker),
    receive: to('received', 'organisation'),
    accept: to('accepted', 'organisation'),
    reject: to('rejected', 'organisation'),
    expire: to('expired', 'system'),
    cancel: to('cancelled', ...asker),
  },
  applied: {
    amend: to('applied', 'organisation'),
    accept: to('accepted', ...asker),
    reject: to('rejected', ...asker),
    expire: to('expired', 'system'),
    cancel: to('cancelled', 'organisation', 'staff'),
  },
  received: {
    amend: to('received', ...asker),
    accept: to('accepted', 'organisation'),
    reject: to('rejected', 'organisation'),
    expire: to('expired', 'system'),
    cancel: to('cancelled', ...asker),
  },
  accepted: {
    amend: to('accepted', ...either),
    hold: to('on-hold', ...either),
    begin: to('in-progress', 'organisation'),
    report: to('reported', 'organisation'),
    fail: to('failed', 'organisation', 'staff'),
    cancel: to('cancelled', ...asker),
  },
  rejected: {
    override: to('requested', 'staff'),
  },
  expired: {
    override: to('requested', ...asker),
    cancel: to('cancelled', ...either, 'system'),
  },
  'on-hold': {
    amend: to('on-hold', ...either),
    resume: to('accepted', ...either),
    begin: to('in-progress', 'organisation'),
    fail: to('failed', 'organisation', 'staff'),
    cancel: to('cancelled', ...asker),
  },
  'in-progress': {
    amend: to('in-progress', ...either),
    hold: to('on-hold', ...either),
    report: to('reported', 'organisation'),
    fail: to('failed', 'organisation', 'staff'),
    cancel: to('cancelled', ...asker),
  },
  reopened: {
    amend: to('reopened', ...either),
    report: to('reported', 'organisation'),
    fail: to('failed', 'organisation', 'staff'),
    cancel: to('cancelled', 'staff'),
  },
  reported: {
    confirm: to('confirmed', ...asker, 'beneficiary'),
    dispute: to('disputed', ...asker, 'beneficiary'),
    lapse: to('provisional', 'system'),
  },
  disputed: {
    report: to('reported', 'organisation'),
    confirm: to('confirmed', ...asker),
    fail: to('failed', 'organisation', 'staff'),
  },
  provisional: {
    confirm: to('confirmed', ...asker, 'beneficiary'),
    dispute: to('disputed', ...asker, 'beneficiary'),
    reopen: to('reopened', ...asker),
    rate: to('provisional', ...asker, 'beneficiary'),
  },
  confirmed: {
    reopen: to('reopened', ...asker),
    rate: to('confirmed', ...asker, 'beneficiary'),
  },
  failed: {
    reopen: to('requested', 'staff'),
  },
  cancelled: {
    reopen: to('requested', 'staff'),
  },
}

/** Closed: nobody has to do anything any more, though some may. */
export const finalStages: ReadonlySet<Stage> = new Set([
  'rejected',
  'provisional',
  'confirmed',
  'failed',
  'cancelled',
])

const owed: { readonly [stage in Stage]: Debtor } = {
  draft: 'community',
  requested: 'organisation',
  applied: 'community',
  received: 'organisation',
  accepted: 'organisation',
  rejected: 'nobody',
  expired: 'staff',
  'on-hold': 'organisation',
  'in-progress': 'organisation',
  reopened: 'organisation',
  reported: 'community',
  disputed: 'organisation',
  provisional: 'nobody',
  confirmed: 'nobody',
  failed: 'nobody',
  cancelled: 'nobody',
}

/** 点单, 派单, 抢单, 补录: how it came about. */
export const ways = ['request', 'dispatch', 'apply', 'log'] as const
export type Way = (typeof ways)[number]

/** Whose turn it is; a draft of its own an organisation sends itself. */
export function owes(stage: Stage, how: Way): Debtor {
  return stage === 'draft' && how === 'apply' ? 'organisation' : owed[stage]
}

/** What a party may do at a stage, in the order of `actions`. */
export function allowedActions(stage: Stage, party: Party): Action[] {
  return actions.filter((action) => table[stage][action]?.by.includes(party))
}

/** Where an organisation has taken the need on and is not through with it. */
export const serving: ReadonlySet<Stage> = new Set([
  'accepted',
  'on-hold',
  'in-progress',
  'reopened',
  'reported',
  'disputed',
])

/** Stages at which work has begun, so that what is reported may be for the referral. */
export const begun: ReadonlySet<Stage> = new Set([
  'in-progress',
  'reopened',
  'reported',
  'disputed',
  'provisional',
  'confirmed',
])

/** @throws Conflict `state.refused`, naming what the party may do instead */
export function stageAfter(stage: Stage, action: Action, party: Party, how: Way): Stage {
  const rule = table[stage][action]
  if (!rule?.by.includes(party)) {
    const allowed = allowedActions(stage, party).join(', ') || '-'
    throw new Conflict('state.refused', `${action} by ${party} at ${stage}; allowed: ${allowed}`)
  }
  return rule.to === 'requested' && how === 'apply' ? 'applied' : rule.to
}

/** How a stage is kept: as FHIR's code, and the closing where there is one. */
export function keptAs(stage: Stage): { readonly state: ReferralState; readonly closing?: Closing } {
  switch (stage) {
    case 'applied':
      return { state: 'requested' }
    case 'expired':
      return { state: 'rejected' }
    case 'reopened':
      return { state: 'in-progress', closing: 'reopened' }
    case 'reported':
    case 'disputed':
    case 'provisional':
    case 'confirmed':
      return { state: 'completed', closing: stage }
    default:
      return { state: stage }
  }
}
