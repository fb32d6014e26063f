import { weightSets } from '../src/learning/collections.js'
import { loadWeights } from '../src/matching/index.js'
import type { Need, NeedState } from '../src/needs/index.js'
import type { Offering } from '../src/offerings/index.js'
import type { Organization } from '../src/organizations/index.js'
import { systemActor } from '../src/platform/actor.js'
import { dayOf, type New, type Recorded, type Records } from '../src/platform/records/index.js'
import { deadLetters } from '../src/platform/relay/index.js'
import type { DeadLetter } from '../src/platform/relay/model.js'
import {
  capacityMonths,
  finalStages,
  keptAs,
  owes,
  partsOf,
  placesOf,
  type Referral,
  referralsCollection,
  type Stage,
} from '../src/referrals/index.js'
import { lineNotes, waitsCollection } from '../src/waitlist/index.js'
import type { Workspace } from '../src/workspace.js'
import { accessIds, holdAccessExamples, isAboutPeople } from './access-examples.js'
import { dutyIds, holdDuty } from './duty-examples.js'
import { actionIds, holdActions } from './example-actions.js'
import { holdNotices, noticeIds } from './example-notices.js'
import { exampleServiceIds, holdServiceExamples } from './example-services.js'
import { holdLink } from './link-examples.js'
import { holdMerges, mergeIds } from './merge-examples.js'
import { holdPerson, personIds } from './person-examples.js'

/** Of the records that the API's examples speak of. */
export const exampleIds = {
  ...accessIds,
  ...mergeIds,
  organization: 'o-01k8f3q2t8x7m4c9e2p0',
  offering: 'f-01k8f3q2t8x7m4c9e2p0',
  need: 'n-01k8f3q2t8x7m4c9e2p0',
  referral: 'r-01k8f3q2t8x7m4c9e2p0',
  wait: 'w-01k8f3q2t8x7m4c9e2p0',
  weightSet: 'ws-01k8f3q2t8x7m4c9e2p0',
  deadLetter: 'd-search-n-01k8f3q2t8x7m4c9e2p0',
  ...personIds,
  release: 'ir-01k8f3q2t8x7m4c9e2p0',
  consent: 'cs-01k8f3q2t8x7m4c9e2p0',
  ...exampleServiceIds,
  ...noticeIds,
  ...actionIds,
  ...dutyIds,
}

const actor = systemActor('tester')

export const exampleOrganization: New<Organization> = {
  name: '龙岗区向阳社工服务中心',
  type: 'service-institution',
  track: { kind: 'registered', creditCode: '52440307MJL0000004' },
  activity: 'living-services',
  homeRegion: '440307003000',
  standing: 'active',
  qualifications: [{ code: 'social-worker', validTo: '2030-12-31' }],
  contacts: [{ name: '李主任', phone: '0755-28000000' }],
}

export const exampleOffering: New<Offering> = {
  organizationId: exampleIds.organization,
  title: '独居老人每周探访',
  description: '每周上门一次，陪伴聊天，查看居家安全，量血压。',
  categories: ['elderly.home-visit'],
  targetGroups: [],
  ages: { from: 60, to: 120 },
  coverage: ['440307003000'],
  modes: ['home-visit'],
  capacity: { perMonth: 30, unit: 'visit' },
  calendar: [{ weekday: 1, from: '09:00', to: '12:00' }],
  fee: { amount: 0 },
  qualifications: [],
  languages: ['zh'],
  state: 'published',
  confirmedAt: new Date().toISOString(),
}

export const exampleNeed: New<Need> = {
  region: '440307003002',
  title: '独居老人需要上门陪伴',
  text: '社区里有位独居老人，腿脚不便，需要有人上门陪伴，最好每周两次。',
  beneficiaries: { count: 1, groups: [], ages: { from: 78, to: 78 } },
  amount: { value: 8, unit: 'visit' },
  categories: [],
  urgency: { level: 'routine', stated: 'routine', words: [], kinds: [] },
  modes: ['home-visit'],
  source: 'grid-worker',
  state: 'open',
  visibility: 'matched',
}

export const exampleLetter: DeadLetter = {
  id: exampleIds.deadLetter,
  revision: 1,
  view: 'search',
  kind: 'need',
  subject: exampleIds.need,
  error: 'TypeError',
  attempts: 3,
  at: '2026-03-10T02:00:00.000Z',
}

/** What an operation needs to find before it can do what its example asks. */
const beforehand: Record<
  string,
  { need?: NeedState; urgency?: 'urgent'; offering?: Offering['state'] | 'none'; organization?: 'none' }
> = {
  createOrganization: { offering: 'none', organization: 'none' },
  removeOrganization: { offering: 'none' },
  publishOffering: { offering: 'draft' },
  openNeed: { need: 'withdrawn' },
  urgencyNeed: { urgency: 'urgent' },
}

const unmet = { zh: '只是略为相关。', en: 'Only loosely related.' }

/** A part of the example's need, four visits. */
export const exampleReferral: New<Referral> = {
  needId: exampleIds.need,
  offeringId: exampleIds.offering,
  organizationId: exampleIds.organization,
  region: exampleNeed.region,
  guarded: false,
  urgency: 'routine',
  how: 'request',
  stage: 'requested',
  state: 'requested',
  owes: 'organisation',
  since: '2026-11-20T02:00:00.000Z',
  dueAt: '2026-11-27T02:00:00.000Z',
  queue: '2026-11-27T02:00:00.000Z 3',
  times: { sent: '2026-11-20T02:00:00.000Z' },
  quantity: 4,
  unit: 'visit',
  delivered: 0,
  place: { month: '2026-11', counts: 'quantity' },
  ratings: [],
  seen: {
    score: 0.8,
    fit: 'strong',
    why: unmet,
    features: { service: { value: 1, contribution: 2 } },
    against: [],
    weights: 'w1',
    need: {
      revision: 1,
      title: exampleNeed.title,
      text: exampleNeed.text,
      region: exampleNeed.region,
      categories: [],
      groups: [],
      modes: ['home-visit'],
      urgency: 'routine',
      amount: exampleNeed.amount,
    },
    offering: {
      revision: 1,
      title: exampleOffering.title,
      categories: exampleOffering.categories,
      groups: [],
      coverage: exampleOffering.coverage,
      modes: ['home-visit'],
      confirmedAt: exampleOffering.confirmedAt,
    },
  },
  changes: [],
}

/** Where the referral of the example must be for what is done to it. */
const stageBefore: Partial<Record<string, Stage>> = {
  sendReferral: 'draft',
  overrideReferral: 'rejected',
  holdReferral: 'accepted',
  resumeReferral: 'on-hold',
  beginReferral: 'accepted',
  reportReferral: 'in-progress',
  failReferral: 'in-progress',
  confirmReferral: 'reported',
  disputeReferral: 'reported',
  reopenReferral: 'confirmed',
  rateReferral: 'confirmed',
  makeCodeForReferral: 'reported',
}

/** What only an organisation does to a referral. */
const organisationsOwn = ['receive', 'accept', 'reject', 'begin', 'report'].map(
  (action) => `${action}Referral`,
)

/** Who does what an example shows, where that is not whoever holds the permission. */
export function exampleRole(operationId: string): 'org-worker' | undefined {
  return organisationsOwn.includes(operationId) ? 'org-worker' : undefined
}

/** Operations on referrals find one, all others none. */
function stageFor(operationId: string): Stage | undefined {
  if (operationId === 'openReferral' || !/Referral(?:History)?$/.test(operationId)) return undefined
  return stageBefore[operationId] ?? 'requested'
}

/** At a stage of one’s choice, with what is done by then. */
export function referralAt(stage: Stage): New<Referral> {
  const isDone = ['reported', 'provisional', 'confirmed'].includes(stage)
  const closed = finalStages.has(stage) ? new Date().toISOString() : undefined
  return {
    ...exampleReferral,
    ...keptAs(stage),
    stage,
    owes: owes(stage, 'request'),
    delivered: isDone ? exampleReferral.quantity : 0,
    ...(closed && { since: closed, times: { ...exampleReferral.times, closed } }),
  }
}

/** What of the examples is otherwise than an operation needs it, to see who reaches it then. */
export interface Variation {
  readonly visibility?: Need['visibility']
  readonly offering?: Offering['state']
  readonly standing?: Organization['standing']
}

/** Puts the records of the examples at revision 1, as the operation needs them. */
export async function holdExamples(
  workspace: Workspace,
  operationId: string,
  { visibility, standing, ...over }: Variation = {},
): Promise<void> {
  const { organizations, offerings, needs, store } = workspace
  const {
    need = 'open',
    urgency = 'routine',
    offering = 'published',
    organization,
  } = { ...beforehand[operationId], ...over }
  // Also what earlier examples made, for their keys are the same.
  await clear(offerings.records)
  await clear(organizations.records)
  await clear(needs.records)
  if (organization !== 'none')
    await put(organizations.records, exampleIds.organization, {
      ...exampleOrganization,
      ...(standing && { standing }),
    })
  if (offering !== 'none')
    await put(offerings.records, exampleIds.offering, { ...exampleOffering, state: offering })
  const stage = stageFor(operationId)
  await holdReferral(workspace, stage)
  await put(needs.records, exampleIds.need, {
    ...exampleNeed,
    ...(visibility && { visibility }),
    guarded: false,
    state: need,
    urgency: { ...exampleNeed.urgency, level: urgency },
    ...(stage ? { progress: partsOf(referralAt(stage)) } : {}),
  })
  await holdServiceExamples(workspace, operationId)
  await store.removeMany(deadLetters, await store.find(deadLetters, {}))
  await store.insert(deadLetters, exampleLetter)
  await holdLink(workspace, exampleIds)
  await holdWait(workspace, operationId)
  await holdMerges(workspace, operationId, exampleIds.need, exampleNeed)
  await holdWeightSets(workspace)
  await holdPerson(workspace, operationId)
  await holdNotices(workspace)
  await holdActions(workspace)
  if (/duty/i.test(operationId)) await holdDuty(workspace)
  if (isAboutPeople(operationId)) await holdAccessExamples(workspace, operationId)
}

/** One that is proposed, and no other that the examples propose. */
async function holdWeightSets({ store, clock }: Workspace): Promise<void> {
  const proposals = await store.find(weightSets, { origin: 'learnt' })
  await store.removeMany(weightSets, proposals)
  const at = clock.now().toISOString()
  await store.insert(weightSets, {
    ...{
      id: exampleIds.weightSet,
      revision: 1,
      createdAt: at,
      createdBy: 'tester',
      updatedAt: at,
      updatedBy: 'tester',
    },
    ...{ version: 'learnt-0', origin: 'learnt', state: 'proposed', report: [] },
    weights: { ...loadWeights('seeds/model/weights.json'), version: 'learnt-0' },
  })
}

/** With the month whose places it takes; none where no stage is given. */
async function holdReferral({ store }: Workspace, stage: Stage | undefined): Promise<void> {
  await store.removeMany(referralsCollection, await store.find(referralsCollection, {}))
  await store.removeMany(capacityMonths, await store.find(capacityMonths, {}))
  if (!stage) return
  const fields = referralAt(stage)
  const at = exampleReferral.since
  const stamps = { revision: 1, createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }
  await store.insert(referralsCollection, { id: exampleIds.referral, ...stamps, ...fields })
  const { month = '' } = fields.place ?? {}
  const id = `${exampleIds.offering}-${month}`
  const places = { offeringId: exampleIds.offering, month, ...placesOf(fields) }
  await store.insert(capacityMonths, { id, revision: 1, ...places })
}

/** An offering without places this month where somebody is to join its line, and somebody in it who may leave. */
async function holdWait({ store }: Workspace, operationId: string): Promise<void> {
  await store.removeMany(waitsCollection, await store.find(waitsCollection, {}))
  await store.removeMany(lineNotes, await store.find(lineNotes, {}))
  const at = exampleReferral.since
  if (operationId === 'joinWaitlist') {
    const month = dayOf(new Date().toISOString()).slice(0, 7)
    const full = { offeringId: exampleIds.offering, month, pending: 0, taken: 30 }
    await store.insert(capacityMonths, { id: `${exampleIds.offering}-${month}`, revision: 1, ...full })
  } else {
    const stamps = { revision: 1, createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }
    await store.insert(waitsCollection, {
      ...{ id: exampleIds.wait, ...stamps, needId: exampleIds.need, offeringId: exampleIds.offering },
      ...{ organizationId: exampleIds.organization, region: exampleNeed.region, urgency: 'routine' },
      ...{ quantity: 4, places: 4, state: 'waiting', order: `4 ${at}`, key: 'example' },
    })
  }
}

async function clear<T extends Recorded>(records: Records<T>): Promise<void> {
  for (const { id, revision } of await records.find({})) await records.remove(id, revision, actor)
}

async function put<T extends Recorded>(records: Records<T>, id: string, fields: New<T>): Promise<void> {
  await records.createMany([{ id, fields }], actor)
}
