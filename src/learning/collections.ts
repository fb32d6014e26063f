import { type FollowedKind, recordedShape } from '../platform/records/index.js'
import { defineCollection, type Stored } from '../platform/store/index.js'
import type { FairnessGroup } from './fairness.js'
import type { Label } from './labels.js'
import type { Outcomes } from './outcomes.js'
import type { WeightSet } from './weight-set.js'

/** The record of an organisation, whose id it bears. */
export interface OrganizationRecord extends Outcomes, Stored {}

export const organizationRecords = defineCollection<OrganizationRecord>({
  name: 'organization_records',
  shape: {
    recommended: 'number',
    accepted: 'number',
    declined: 'number',
    unanswered: 'number',
    completed: 'number',
    failed: 'number',
    ratings: 'number',
    points: 'number',
    answers: ['number'],
  },
})

export const matchLabels = defineCollection<Label>({
  name: 'match_labels',
  shape: {
    needId: 'string',
    offeringId: 'string',
    fits: 'number',
    features: 'any',
    weights: 'string',
    at: 'string',
  },
})

export const weightSets = defineCollection<WeightSet>({
  name: 'weight_sets',
  shape: {
    ...recordedShape,
    version: 'string',
    origin: 'string',
    state: 'string',
    weights: { version: 'string', bias: 'number', features: 'any', strong: 'number', possible: 'number' },
    report: [{ measure: 'string', before: 'number', after: 'number', of: 'number' }],
    usedSince: 'string',
  },
  indexes: [{ fields: ['version'], unique: true }, { fields: ['usedSince'] }, { fields: ['createdAt'] }],
})

export const weightSetKind: FollowedKind<WeightSet> = {
  name: 'weight-set',
  prefix: 'ws',
  collection: weightSets,
  isFollowed: true,
}

/** The report that is shown. */
interface KeptFairness extends Stored {
  readonly at: string
  readonly groups: readonly FairnessGroup[]
}

const measured = { cell: { kind: 'string', count: 'number' }, share: 'number' } as const

export const fairnessReports = defineCollection<KeptFairness>({
  name: 'fairness_reports',
  shape: {
    at: 'string',
    groups: [
      {
        by: 'string',
        group: 'string',
        measures: { organizations: measured, offerings: measured, recommended: measured, accepted: measured },
      },
    ],
  },
})

export const learningCollections = [organizationRecords, matchLabels, weightSets, fairnessReports]
