import type { Route, Text2 } from '../platform/http/route.js'
import { actionRoute } from '../platform/records/index.js'
import type { ActionInput } from './action-input.js'
import { bodyOf, referralRecord } from './schema.js'
import type { Referrals } from './service.js'
import type { Action } from './states.js'

interface ActionText {
  readonly summary: Text2
  /** Of a request; missing where the action takes no body. */
  readonly example?: ActionInput
}

const text = (zh: string, en: string, example?: ActionInput): ActionText => ({
  summary: { zh, en },
  ...(example ? { example } : {}),
})

const facts = { came: true, onTime: true, goal: 'full', stars: 5 } as const

/** What people do; `expire` and `lapse` are done by the clock. */
const done: { readonly [action in Exclude<Action, 'expire' | 'lapse'>]: ActionText } = {
  send: text('发出草稿', 'Send a draft'),
  amend: text('修改数量或计划日期，说明原因', 'Change quantity or planned start, with why', {
    quantity: 3,
    why: '已有家属分担一部分',
  }),
  receive: text('确认收到', 'Say that it has been read'),
  accept: text('接单，可只接一部分', 'Accept it, or a part of it', { quantity: 4 }),
  reject: text('拒绝，说明原因', 'Decline it, with a coded reason', { reason: { code: 'full' } }),
  override: text('复核后再次发出', 'Ask again after a review', { why: '已与组织沟通，可以加开' }),
  hold: text('暂缓', 'Put it on hold', { why: '老人住院，出院后继续' }),
  resume: text('恢复', 'Take it up again'),
  begin: text('开始服务', 'Begin to serve'),
  report: text('申报完成', 'Report what was done', {
    report: { delivered: 4, on: '2026-11-20', goal: 'full' },
  }),
  fail: text('未能办成，说明原因', 'Say that it came to nothing, with a coded reason', {
    reason: { code: 'gone' },
    delivered: 1,
  }),
  cancel: text('取消，说明原因', 'Cancel it, with a coded reason', { reason: { code: 'solved-elsewhere' } }),
  confirm: text('确认完成，可同时评价', 'Confirm what was reported, with a rating if you like', {
    rating: facts,
  }),
  dispute: text('提出异议', 'Dispute what was reported', { why: '只来过三次' }),
  reopen: text('重新办理', 'Open it again', { why: '服务后情况又有反复' }),
  rate: text('评价', 'Rate it', { rating: facts }),
}

export function actionRoutes(referrals: Referrals, id: string): Route[] {
  return Object.entries(done).map(([name, { summary, example }]) => {
    const action = name as Action
    const body = bodyOf(action)
    return actionRoute<Awaited<ReturnType<Referrals['act']>>, ActionInput | undefined>({
      plural: 'referrals',
      singular: 'Referral',
      action,
      summary,
      ...(body ? { body } : {}),
      record: referralRecord,
      service: referrals,
      example: { id, ...(example ? { body: example } : {}) },
      run: (of, revision, actor, input = {}) => referrals.act(of, revision, action, input, actor),
    })
  })
}
