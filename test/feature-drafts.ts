import type { NeedDraft } from '../src/needs/index.js'
import type { OfferingDraft } from '../src/offerings/index.js'
import { checkCharacter, type OrganizationDraft } from '../src/organizations/index.js'
import { community, street } from './feature-services.js'

/** A valid code for each number. */
export function creditCodeNumber(number: number): string {
  const first17 = `52440307MJL${String(number).padStart(6, '0')}`
  return first17 + checkCharacter(first17)
}

export const anOrganization = (over: Partial<OrganizationDraft> = {}): OrganizationDraft => ({
  name: '龙岗区向阳社工服务中心',
  type: 'service-institution',
  track: { kind: 'registered', creditCode: creditCodeNumber(1) },
  activity: 'living-services',
  homeRegion: street,
  standing: 'active',
  qualifications: [],
  contacts: [],
  ...over,
})

export const anOffering = (organizationId: string, over: Partial<OfferingDraft> = {}): OfferingDraft => ({
  organizationId,
  title: '独居老人每周探访',
  description: '每周上门一次，陪伴聊天，查看居家安全。',
  categories: ['elderly.home-visit'],
  targetGroups: [],
  coverage: [street],
  modes: ['home-visit'],
  calendar: [],
  qualifications: [],
  languages: [],
  state: 'draft',
  ...over,
})

export const aNeed = (over: Partial<NeedDraft> = {}): NeedDraft => ({
  region: community,
  text: '社区里有位独居老人，腿脚不便，需要有人上门陪伴和打扫卫生，最好每周两次。',
  beneficiaries: { count: 1, groups: [] },
  amount: { value: 8, unit: 'visit' },
  categories: [],
  modes: [],
  source: 'grid-worker',
  visibility: 'matched',
  state: 'open',
  ...over,
})
