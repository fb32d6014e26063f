import { api, bodyOf } from '../../api/client.js'
import { usePages } from '../../api/use-pages.js'
import type { FileFormat } from '../../parts/export-menu.js'
import type { Referral } from '../../referrals/actions.js'
import type { Urgency } from '../parts/urgency-select.js'

export interface QueueFilters {
  readonly region?: string
  readonly urgency?: Urgency
}

export type QueueQuery = { readonly owes: Referral['owes'] } | { readonly overdue: true }

/** Of referrals that are asked for or under way. */
export const activeStates = ['requested', 'received', 'accepted', 'on-hold', 'in-progress'] as const

/** Needs that nobody serves yet, the most urgent first, and of these what is needed first. */
export const openNeeds = { state: ['open'], order: 'due' } as const

/** Referrals in the order in which they are due, of those that are due together the most urgent first. */
export function useQueue(queue: QueueQuery, filters: QueueFilters) {
  const query = { ...queue, ...filters, order: 'due' as const }
  return usePages<Referral>(['referrals', 'desk', query], (after) =>
    bodyOf(
      api.GET('/referrals', { params: { query: { ...query, limit: 20, ...(after ? { after } : {}) } } }),
    ),
  )
}

/** All of them as a file. */
export function readQueueFile(queue: QueueQuery, filters: QueueFilters, format: FileFormat) {
  const query = { ...queue, ...filters, order: 'due' as const, format }
  return api.GET('/referrals', { params: { query }, parseAs: 'blob' })
}
