import { type Api, apiOf } from './people.js'
import type { World } from './world.js'

/** 长龙社区, of the committee `changlong`, and the street that it lies in. */
export const community = '440307014002'
const street = '440307014000'
/** Of the accounts `manager` and `worker`. */
export const organization = 'o-1jd0yxxm0dem00000002'

export const grief = '老伴走后一直走不出来，整夜睡不着，想找心理咨询老师做哀伤辅导，聊一聊。'

interface Made {
  readonly id: string
  readonly revision: number
}

/** The manager's organisation offers what `grief` asks for, in the street of the committee; matched once this resolves. */
export async function offerGriefCounselling(world: World): Promise<Made> {
  const manager = await apiOf(world, 'manager')
  const offering = await manager.post<Made>('/offerings', {
    ...{ organizationId: organization, title: '布吉哀伤陪伴', state: 'published' },
    description: '为失去亲人的居民做哀伤辅导，心理咨询师一对一谈话，陪走不出来、睡不着的人聊一聊。',
    ...{ categories: ['mental.grief'], targetGroups: [], coverage: [street], modes: ['on-site'] },
    ...{ calendar: [], qualifications: ['counsellor'], languages: [] },
    capacity: { perMonth: 200, unit: 'session' },
    fee: { amount: 0 },
  })
  await world.settled()
  return offering
}

/** A need of the committee's community that asks for grief counselling. */
export const griefNeed = (title: string, region = community): object => ({
  ...{ title, text: grief, region, source: 'visit', visibility: 'public', state: 'open' },
  beneficiaries: { count: 1, groups: [] },
  amount: { value: 2, unit: 'session' },
  modes: [],
})

export interface Requested {
  readonly need: Made
  readonly referral: Made
}

/** A need that the committee has posted and for which it has asked an offering. */
export async function requested(committee: Api, title: string, offeringId: string): Promise<Requested> {
  const need = await committee.post<Made>('/needs', griefNeed(title))
  const referral = await committee.post<Made>(`/needs/${need.id}/referrals`, { how: 'request', offeringId })
  return { need, referral }
}
