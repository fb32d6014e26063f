import { createPeople, type ReferralStanding } from '../../src/identities/index.js'
import type { NeedDraft } from '../../src/needs/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { auditTrail, events } from '../../src/platform/records/index.js'
import type { PersonalData } from '../../src/privacy/index.js'
import type { Engine } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { community, elsewhere, featureServices, street } from '../feature-services.js'

export const committee: Actor = { id: 'u-committee', role: 'committee', region: community }
export const colleague: Actor = { id: 'u-colleague', role: 'committee', region: community }
export const otherCommittee: Actor = { id: 'u-elsewhere', role: 'committee', region: elsewhere }
export const streetStaff: Actor = { id: 'u-street', role: 'street', region: street }
export const districtStaff: Actor = { id: 'u-district', role: 'district' }
export const worker: Actor = { id: 'u-worker', role: 'org-worker', organization: 'o-serving' }
export const otherWorker: Actor = { id: 'u-other', role: 'org-worker', organization: 'o-other' }

export const who: PersonalData = {
  name: '何秀兰',
  phone: '138 0013 8012',
  address: '怡翠花园3栋2单元801',
  idNumber: '44030719411105007x',
  birthDate: '1941-11-05',
}
/** Pieces of `who`, none of which may show outside a release. */
export const traces = ['何秀兰', '0013 8012', '13800138012', '怡翠花园', '007x', '007X', '1941-11-05']

export const wordy = '何秀兰阿姨独居，电话13800138012，住怡翠花园3栋2单元801，想有人陪她说说话。'

/** The services with who is behind the needs; referrals run as a test says. */
export async function peopleServices(engine: Pick<Engine, 'open'>) {
  const services = await featureServices(engine)
  const { store, needs, vault, ring, deps } = services
  const running = new Set<string>()
  const standings = new Map<string, ReferralStanding>()
  const referrals = {
    isRunning: async (needId: string, organizationId: string) => running.has(`${needId} ${organizationId}`),
    standingOf: async () => standings,
  }
  const people = createPeople({ ...deps, needs, vault, ring, referrals })
  return {
    ...services,
    ...people,
    referrals,
    standings,
    /** Lets the organisation's referral for the need run, or end. */
    run(needId: string, organizationId: string, isRunning = true) {
      if (isRunning) running.add(`${needId} ${organizationId}`)
      else running.delete(`${needId} ${organizationId}`)
    },
    /** Posted by the committee, with who the person is. */
    post: (over: Partial<NeedDraft> = {}) =>
      needs.create(aNeed({ text: wordy, identity: who, ...over }), committee),
    audit: async (action: string) =>
      (await store.find(auditTrail, {}, { limit: 1_000 })).filter((entry) => entry.action === action),
    events: async (name: string) =>
      (await store.find(events, {}, { limit: 1_000 })).filter((event) => event.name === name),
  }
}

export type PeopleServices = Awaited<ReturnType<typeof peopleServices>>
export const days = (count: number): number => count * 86_400_000
export const hours = (count: number): number => count * 3_600_000

/** The error that something is refused with. */
export async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('it was not refused')
}
