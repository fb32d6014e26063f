import { mayDo, type Permission } from '../../access/index.js'
import type { Links } from '../../links/index.js'
import type { Role } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import type { Facts } from '../../platform/records/index.js'
import type { DocumentStore } from '../../platform/store/index.js'
import type { Recipient } from '../audience.js'
import type { Delivery } from '../model.js'

export interface AnswerLinksDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly links: Pick<Links, 'issue'>
  /** Where people reach Duijie; undefined: no links. */
  readonly publicUrl: string | undefined
}

/** Where each notice that asks for an answer can be given it without signing in, by id of the delivery. */
export type AnswerLinks = (
  bundle: readonly Delivery[],
  reader: Recipient,
) => Promise<ReadonlyMap<string, string>>

interface Answer {
  readonly purpose: string
  readonly permission: Permission
  /** Who is asked; others may hear of it too. */
  readonly roles: readonly Role[]
}

const organization = ['org-manager', 'org-worker'] as const
const acceptance: Answer = {
  purpose: 'referral.answer',
  permission: 'referrals.write',
  roles: organization,
}
const outcome: Answer = {
  purpose: 'referral.outcome',
  permission: 'referrals.write',
  roles: ['committee'],
}

const answers: { readonly [topic: string]: Answer } = {
  'referral.request': acceptance,
  'referral.dispatch': acceptance,
  'referral.send': acceptance,
  'referral.override': acceptance,
  'referral.report': outcome,
  'capacity.question': {
    purpose: 'offering.capacity',
    permission: 'offerings.write',
    roles: organization,
  },
  'need.still-needed': {
    purpose: 'need.still-needed',
    permission: 'needs.write',
    roles: ['committee'],
  },
}

/** What a reminder reminds of, by the stage that the referral is in. */
const reminders: { readonly [stage: string]: Answer } = {
  requested: acceptance,
  received: acceptance,
  reported: outcome,
}

function answerTo({ topic, facts }: Delivery, { role }: Recipient): Answer | undefined {
  const answer = topic === 'referral.reminder' ? reminders[String(facts.stage)] : answers[topic]
  return answer?.roles.includes(role) && mayDo({ role }, answer.permission) ? answer : undefined
}

/**
 * Makes the links while the mail is made, not when it is planned: so a token stands in the mail and nowhere else, and
 * a mail that is tried again holds a new one.
 */
export function answerLinks({ store, clock, links, publicUrl }: AnswerLinksDeps): AnswerLinks {
  return async (bundle, reader) => {
    if (publicUrl === undefined) return new Map()
    const asking = bundle.flatMap((delivery) => {
      const answer = answerTo(delivery, reader)
      return answer ? [{ delivery, answer }] : []
    })
    if (!asking.length) return new Map()
    const { id, role, region, organization } = reader
    const holder = { id, role, ...(region && { region }), ...(organization && { organization }) }
    const made = await store.transaction((tx) =>
      Promise.all(
        asking.map(async ({ delivery: { id: key, subject, facts }, answer: { purpose } }) => {
          const order = { purpose, subject, holder, expiresAt: endOf(facts, clock.now()), ...countOf(facts) }
          return [key, await links.issue(tx, order)] as const
        }),
      ),
    )
    return new Map(made.map(([key, token]) => [key, new URL(`/l/${token}`, publicUrl).href]))
  }
}

const day = 86_400_000
const usualDays = 7

/** Until the answer is due, but a day at least: whoever is late may still answer while nobody else has. */
function endOf({ dueAt }: Facts, now: Date): string {
  const due = typeof dueAt === 'string' ? Date.parse(dueAt) : now.getTime() + usualDays * day
  return new Date(Math.max(Number.isNaN(due) ? 0 : due, now.getTime() + day)).toISOString()
}

/** The places that a question about a capacity asks about. */
function countOf({ places }: Facts): { count?: number } {
  return typeof places === 'number' ? { count: places } : {}
}
