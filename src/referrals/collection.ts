import { type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection, type Sort, type Transaction } from '../platform/store/index.js'
import type { CapacityMonth } from './capacity.js'
import type { Referral } from './model.js'

const ages = { from: 'number', to: 'number' } as const
const unitAmount = { value: 'number', unit: 'string' } as const

export const referralsCollection = defineCollection<Referral>({
  name: 'referrals',
  shape: {
    ...recordedShape,
    needId: 'string',
    offeringId: 'string',
    organizationId: 'string',
    region: 'string',
    guarded: 'boolean',
    urgency: 'string',
    how: 'string',
    stage: 'string',
    state: 'string',
    closing: 'string',
    owes: 'string',
    dueAt: 'string',
    queue: 'string',
    since: 'string',
    times: {
      sent: 'string',
      received: 'string',
      answered: 'string',
      begun: 'string',
      reported: 'string',
      closed: 'string',
    },
    quantity: 'number',
    unit: 'string',
    delivered: 'number',
    place: { month: 'string', counts: 'string' },
    plannedStart: 'string',
    reason: { code: 'string', note: 'string', by: 'string' },
    remark: { action: 'string', text: 'string', by: 'string' },
    report: { delivered: 'number', on: 'string', goal: 'string', note: 'string' },
    ratings: [
      {
        by: 'string',
        at: 'string',
        came: 'boolean',
        onTime: 'boolean',
        goal: 'string',
        stars: 'number',
        comment: 'string',
      },
    ],
    seen: {
      score: 'number',
      fit: 'string',
      why: { zh: 'string', en: 'string' },
      features: 'any',
      against: [{ code: 'string', zh: 'string', en: 'string' }],
      weights: 'string',
      need: {
        revision: 'number',
        title: 'string',
        text: 'string',
        region: 'string',
        categories: ['string'],
        groups: ['string'],
        ages,
        modes: ['string'],
        urgency: 'string',
        amount: unitAmount,
        neededBy: 'string',
      },
      offering: {
        revision: 'number',
        title: 'string',
        categories: ['string'],
        groups: ['string'],
        coverage: ['string'],
        modes: ['string'],
        capacity: { perMonth: 'number', unit: 'string' },
        confirmedAt: 'string',
      },
    },
    changes: [{ at: 'string', by: 'string', field: 'string', from: 'string', to: 'string', why: 'string' }],
  },
  indexes: [
    { fields: ['createdAt'] },
    { fields: ['needId', 'createdAt'] },
    { fields: ['offeringId', 'createdAt'] },
    { fields: ['organizationId', 'createdAt'] },
    { fields: ['region', 'createdAt'] },
    { fields: ['state', 'createdAt'] },
    { fields: ['owes', 'createdAt'] },
    { fields: ['urgency', 'createdAt'] },
    { fields: ['queue'] },
    { fields: ['owes', 'queue'] },
    { fields: ['organizationId', 'owes', 'queue'] },
  ],
})

/** Newest first. */
export const referralSort: Sort = { field: 'createdAt', direction: 'desc' }

export const referralKind: RecordKind<Referral> = {
  name: 'referral',
  prefix: 'r',
  collection: referralsCollection,
}

export const capacityMonths = defineCollection<CapacityMonth>({
  name: 'capacity_months',
  shape: { offeringId: 'string', month: 'string', pending: 'number', taken: 'number' },
  indexes: [{ fields: ['month'] }],
})

/** Whether referrals name this need or offering, in whatever state; it cannot be removed then. */
export async function hasReferrals(
  tx: Transaction,
  of: { readonly needId: string } | { readonly offeringId: string },
): Promise<boolean> {
  return (await tx.find(referralsCollection, { ...of }, { limit: 1 })).length > 0
}
