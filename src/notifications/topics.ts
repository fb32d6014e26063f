import type { Text2 } from '../platform/http/route.js'

/** What people choose by in their preferences. */
export const topicGroups = [
  'crisis',
  'referrals',
  'deadlines',
  'needs',
  'capacity',
  'rights',
  'matching',
  'system',
] as const
export type TopicGroup = (typeof topicGroups)[number]

/**
 * Who is told. `committee` and `street`: those that the fact `region` lies in; `district`: its staff. `organization` and
 * `managers`: everybody or the managers of the one in the fact `organizationId`; `organizations`: everybody of those in the
 * fact `organizations`. `account`: the one in the fact `accountId`. `debtor`: whoever must act, by the fact `owes`.
 * `level`: whom it was escalated to, by the fact of that name.
 */
export type Audience =
  | 'committee'
  | 'street'
  | 'district'
  | 'organization'
  | 'managers'
  | 'organizations'
  | 'account'
  | 'debtor'
  | 'level'
  | 'admin'

export interface Topic {
  readonly group: TopicGroup
  readonly audience: readonly Audience[]
  /** `{subject}`, and facts by name: `{category}`, `{region}`, `{dueAt}`, `{reason}`, `{count}`. */
  readonly text: Text2
}

type Row = readonly [event: string, audience: readonly Audience[], zh: string, en: string]

const rows: { readonly [group in TopicGroup]: readonly Row[] } = {
  crisis: [
    [
      'need.crisis',
      ['committee', 'street', 'district'],
      '危机需求 {subject}（{region}），请立即处理',
      'Crisis: need {subject} ({region}) must be looked at now',
    ],
    [
      'need.crisis-call',
      ['organizations'],
      '{region} 有一条危机需求（{subject}），贵组织如能帮助请立即申请承接',
      'A need in {region} is a crisis ({subject}); if you can help, apply for it now',
    ],
  ],
  referrals: [
    [
      'referral.request',
      ['organization'],
      '新的对接单 {subject}（{region}），请在 {dueAt} 前签收',
      'New referral {subject} ({region}); receive it by {dueAt}',
    ],
    [
      'referral.dispatch',
      ['organization'],
      '派来的对接单 {subject}（{region}），请在 {dueAt} 前签收',
      'Referral {subject} was dispatched to you ({region}); receive it by {dueAt}',
    ],
    [
      'referral.send',
      ['organization'],
      '新的对接单 {subject}（{region}），请在 {dueAt} 前签收',
      'New referral {subject} ({region}); receive it by {dueAt}',
    ],
    [
      'referral.apply',
      ['committee'],
      '有组织申请承接 {region} 的需求：对接单 {subject}，请在 {dueAt} 前答复',
      'An organisation applies for a need in {region}: referral {subject}; answer by {dueAt}',
    ],
    [
      'referral.log',
      ['committee', 'organization'],
      '补录了对接单 {subject}',
      'Referral {subject} was logged after the fact',
    ],
    [
      'referral.amend',
      ['committee', 'organization'],
      '对接单 {subject} 的内容有修改',
      'Referral {subject} was changed',
    ],
    ['referral.receive', ['committee'], '对接单 {subject} 已签收', 'Referral {subject} was received'],
    [
      'referral.accept',
      ['committee', 'organization'],
      '对接单 {subject} 已接单',
      'Referral {subject} was accepted',
    ],
    [
      'referral.reject',
      ['committee', 'organization'],
      '对接单 {subject} 被退回，原因：{reason}',
      'Referral {subject} was rejected: {reason}',
    ],
    [
      'referral.override',
      ['committee', 'organization'],
      '对接单 {subject} 经审核重新派出，请在 {dueAt} 前签收',
      'Referral {subject} was reviewed and sent again; receive it by {dueAt}',
    ],
    [
      'referral.hold',
      ['committee', 'organization'],
      '对接单 {subject} 已暂缓',
      'Referral {subject} is on hold',
    ],
    [
      'referral.resume',
      ['committee', 'organization'],
      '对接单 {subject} 已恢复办理',
      'Referral {subject} goes on',
    ],
    [
      'referral.begin',
      ['committee'],
      '对接单 {subject} 已开始服务',
      'Service of referral {subject} has begun',
    ],
    [
      'referral.report',
      ['committee'],
      '对接单 {subject} 已报完成，请在 {dueAt} 前确认或提出异议',
      'Referral {subject} is reported complete; confirm or dispute it by {dueAt}',
    ],
    [
      'referral.fail',
      ['committee', 'organization'],
      '对接单 {subject} 未能办成，原因：{reason}',
      'Referral {subject} failed: {reason}',
    ],
    [
      'referral.cancel',
      ['committee', 'organization'],
      '对接单 {subject} 已取消，原因：{reason}',
      'Referral {subject} was cancelled: {reason}',
    ],
    [
      'referral.confirm',
      ['organization'],
      '社区已确认对接单 {subject}',
      'The community confirmed referral {subject}',
    ],
    [
      'referral.dispute',
      ['organization', 'street'],
      '社区对对接单 {subject} 提出异议',
      'The community disputes referral {subject}',
    ],
    [
      'referral.reopen',
      ['committee', 'organization'],
      '对接单 {subject} 已重新办理',
      'Referral {subject} was opened again',
    ],
    ['referral.rate', ['organization'], '对接单 {subject} 已有评价', 'Referral {subject} was rated'],
  ],
  deadlines: [
    [
      'referral.reminder',
      ['debtor'],
      '对接单 {subject} 将于 {dueAt} 到期，请处理',
      'Referral {subject} is due at {dueAt}; please act',
    ],
    [
      'referral.escalated',
      ['level'],
      '对接单 {subject}（{region}）超时未处理，请督办',
      'Referral {subject} ({region}) is overdue; please step in',
    ],
    [
      'referral.expire',
      ['committee', 'organization'],
      '对接单 {subject} 逾期无人答复，已失效',
      'Nobody answered referral {subject} in time: it has expired',
    ],
    [
      'referral.lapse',
      ['committee', 'organization'],
      '对接单 {subject} 逾期未确认，已默认结案，可重新办理',
      'Referral {subject} was closed provisionally, for nobody confirmed it; it may be reopened',
    ],
  ],
  needs: [
    [
      'need.opened',
      ['committee', 'street'],
      '{region} 有一条新的待对接需求 {subject}',
      'A new need in {region} waits to be matched: {subject}',
    ],
    [
      'needs.opened',
      ['committee', 'street'],
      '{region} 新增 {count} 条待对接需求',
      '{count} new needs in {region} wait to be matched',
    ],
    [
      'need.check',
      ['committee', 'street'],
      '需求 {subject}（{region}）可能是危机，请核实',
      'Need {subject} ({region}) may be a crisis; please check',
    ],
    [
      'need.still-needed',
      ['committee'],
      '需求 {subject}（{region}）是否仍需要？请确认',
      'Is need {subject} ({region}) still needed? Please say',
    ],
    [
      'need.merged',
      ['committee'],
      '需求 {subject}（{region}）已并入另一条需求',
      'Need {subject} ({region}) was merged into another',
    ],
    [
      'need.unmerged',
      ['committee'],
      '需求 {subject}（{region}）已从合并中恢复',
      'Need {subject} ({region}) stands by itself again',
    ],
    [
      'need.raised',
      ['street', 'district'],
      '多个社区的同类需求已提升为联合项目：{subject}（{region}）',
      'Needs of several communities were raised to a joint project: {subject} ({region})',
    ],
  ],
  capacity: [
    [
      'waitlist.offered',
      ['committee'],
      '有名额空出，已为排队的需求开出对接单 {subject}',
      'A place is free: referral {subject} was opened for a need that waited',
    ],
    [
      'waitlist.joined',
      ['committee'],
      '{region} 的需求已排队候补（{subject}）',
      'A need in {region} waits in line ({subject})',
    ],
    ['waitlist.left', ['committee'], '需求不再排队（{subject}）', 'A need left the line ({subject})'],
    [
      'capacity.question',
      ['managers'],
      '服务 {subject} 登记的名额是否仍有效？请确认',
      'Is the stated capacity of offering {subject} still right? Please confirm',
    ],
  ],
  rights: [
    [
      'identity.pending',
      ['street', 'district'],
      '身份信息披露申请 {subject}（{region}）需要第二人审批',
      'Release {subject} of identifying data ({region}) needs a second approver',
    ],
    [
      'identity.emergency',
      ['street', 'district'],
      '紧急披露了身份信息：{subject}（{region}），请复核',
      'Identifying data was released in an emergency: {subject} ({region}); please review',
    ],
    [
      'identity.granted',
      ['account'],
      '身份信息披露申请 {subject} 已获批准',
      'Release {subject} of identifying data was approved',
    ],
    [
      'identity.refused',
      ['account'],
      '身份信息披露申请 {subject} 未获批准',
      'Release {subject} of identifying data was refused',
    ],
    [
      'identity.reviewed',
      ['account'],
      '紧急披露 {subject} 已复核',
      'Emergency release {subject} was reviewed',
    ],
    [
      'consent.withdrawn',
      ['committee', 'street'],
      '同意书 {subject}（{region}）已被撤回',
      'Consent {subject} ({region}) was withdrawn',
    ],
    [
      'claim.made',
      ['street', 'district'],
      '有人申请认领组织：{subject}，请审核',
      'Somebody claims an organisation: {subject}; please review',
    ],
  ],
  matching: [
    [
      'match.suggested',
      ['organization'],
      '{region} 有一条需求可能适合贵组织：{category}（{subject}）',
      'A need in {region} may suit your organisation: {category} ({subject})',
    ],
  ],
  system: [
    [
      'webhook.disabled',
      ['managers', 'level'],
      'Webhook {subject} 多次投递失败，已停用，原因代码 {reason}',
      'Webhook {subject} failed again and again and is disabled, reason {reason}',
    ],
  ],
}

/** Every event that somebody hears of; of others nobody does. */
export const topics: ReadonlyMap<string, Topic> = new Map(
  topicGroups.flatMap((group) =>
    rows[group].map(([event, audience, zh, en]): [string, Topic] => [
      event,
      { group, audience, text: { zh, en } },
    ]),
  ),
)
