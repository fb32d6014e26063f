import type { TermName } from './deadline-settings.js'
import type { Referral } from './model.js'
import type { Stage } from './states.js'
import type { Terms } from './terms.js'

/**
 * What is done when a referral waits: 提醒, 到期未答, 默认结案, then upwards: 改派下一家, 报街道, 报区, 系统关闭.
 * `next` names the next best organisation.
 */
export const steps = ['remind', 'expire', 'lapse', 'next', 'street', 'district', 'close'] as const
export type Step = (typeof steps)[number]

/** A step and the ISO instant at which it is due. */
export interface Rung {
  readonly step: Step
  readonly at: string
}

type Waiting = Pick<Referral, 'stage' | 'urgency' | 'since'>

const termOf: { readonly [stage in Stage]?: TermName } = {
  requested: 'receive',
  applied: 'answer',
  received: 'answer',
  accepted: 'begin',
  'on-hold': 'report',
  'in-progress': 'report',
  reopened: 'report',
  disputed: 'answer',
  reported: 'silence',
  expired: 'escalate',
}

/** What follows at the end of a term, where that is a change of stage by itself. */
const endings: { readonly [stage in Stage]?: Step } = {
  requested: 'expire',
  applied: 'expire',
  received: 'expire',
  reported: 'lapse',
}

/** The ISO instant by which whoever owes must have acted; undefined where nobody owes, or a draft is kept back. */
export function dueAt({ stage, urgency, since }: Waiting, terms: Terms): string | undefined {
  const name = termOf[stage]
  return name && terms.end(name, urgency, since)
}

/**
 * Everything that happens while a referral stays where it is, in order; empty where nobody owes. A change of stage
 * begins anew with another ladder.
 */
export function ladder(waiting: Waiting, terms: Terms): Rung[] {
  const { stage, urgency, since } = waiting
  const name = termOf[stage]
  const due = dueAt(waiting, terms)
  if (!name || due === undefined) return []
  const escalated = (from: string): string => terms.end('escalate', urgency, from)
  if (stage === 'expired') {
    const district = escalated(due)
    return [
      { step: 'next', at: since },
      { step: 'street', at: due },
      { step: 'district', at: district },
      { step: 'close', at: terms.end('closeExpired', urgency, district) },
    ]
  }
  const reminder: Rung = { step: 'remind', at: terms.reminder(name, urgency, since) }
  const ending = endings[stage]
  if (ending) return [reminder, { step: ending, at: due }]
  const street = escalated(due)
  return [
    reminder,
    { step: 'next', at: due },
    { step: 'street', at: street },
    { step: 'district', at: escalated(street) },
  ]
}

/** How far a wait has gone up the ladder, and what comes next. */
export interface Standing {
  readonly reached?: Rung
  readonly next?: Rung
}

/** @param now ISO instant; undefined where nobody owes */
export function standing(waiting: Waiting, terms: Terms, now: string): Standing | undefined {
  const rungs = ladder(waiting, terms)
  if (!rungs.length) return undefined
  const reached = rungs.filter(({ at }) => at <= now).at(-1)
  const next = rungs.find(({ at }) => at > now)
  return { ...(reached ? { reached } : {}), ...(next ? { next } : {}) }
}
