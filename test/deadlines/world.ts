import {
  alarmFollower,
  alarmsCollection,
  type DeadlineJobDeps,
  deadlineJob,
} from '../../src/deadlines/index.js'
import type { Need, NeedDraft } from '../../src/needs/index.js'
import type { Offering, OfferingDraft } from '../../src/offerings/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { createLogger } from '../../src/platform/log.js'
import { events, type Follower } from '../../src/platform/records/index.js'
import { createReferrals, type DeadlineSettings, Terms, urgencyFollower } from '../../src/referrals/index.js'
import type { Engine } from '../each-store.js'
import { aNeed, anOffering, anOrganization, creditCodeNumber } from '../feature-drafts.js'
import { actor, community, districtCode, featureServices, regions, street } from '../feature-services.js'
import { plainPairing, terms as usualTerms } from '../referrals/sample.js'

export const committee: Actor = { id: 'u-committee', role: 'committee', region: community }
export const streetStaff: Actor = { id: 'u-street', role: 'street', region: street }
export const districtStaff: Actor = { id: 'u-district', role: 'district', region: districtCode }
export const managerOf = (organization: string): Actor => ({
  id: `u-${organization}`,
  role: 'org-manager',
  organization,
})

/** The services around a referral with their deadlines; the clock stands until a test moves it. */
export async function deadlineWorld(
  engine: Pick<Engine, 'open'>,
  {
    settings = {},
    candidates = async () => [],
    followers = [],
  }: {
    settings?: Partial<DeadlineSettings>
    candidates?: DeadlineJobDeps['candidates']
    followers?: readonly Follower[]
  } = {},
) {
  const terms = new Terms({ ...usualTerms.settings, ...settings }, usualTerms.calendar)
  const all = [urgencyFollower(terms), alarmFollower(terms), ...followers]
  const services = await featureServices(engine, all)
  const { store, clock, ids, organizations, offerings, needs } = services
  const deps = {
    store,
    clock,
    ids,
    onCommitted: () => undefined,
    followers: all,
  }
  const referrals = createReferrals({
    ...{ ...deps, needs, offerings, regions, taxonomy: services.taxonomy, terms, zone: terms.calendar.zone },
    explainPairing: async () => plainPairing,
  })
  const job = deadlineJob({ ...deps, terms, referrals, candidates, log: createLogger('silent') })
  let made = 0
  return {
    ...services,
    terms,
    referrals,
    deps,
    /** Lets the clock of the jobs tick once. */
    tick: () => job.run({ at: clock.now(), signal: new AbortController().signal }),
    async enterOffering(over: Partial<OfferingDraft> = {}): Promise<Offering> {
      const track = { kind: 'registered', creditCode: creditCodeNumber(++made) } as const
      const organization = await organizations.create(anOrganization({ track, name: `机构${made}` }), actor)
      return offerings.create(anOffering(organization.id, { state: 'published', ...over }), actor)
    },
    enterNeed: (over: Partial<NeedDraft> = {}): Promise<Need> => needs.create(aNeed(over), actor),
    alarms: () =>
      store.find(alarmsCollection, {}, { sort: { field: 'at', direction: 'asc' }, limit: 10_000 }),
    /** Names of what was announced, with the level where there is one. */
    async heard(subject: string): Promise<string[]> {
      const all = await store.find(events, {}, { limit: 10_000 })
      return all
        .filter((event) => event.subject === subject)
        .map(({ name, facts: { level } }) => (level === undefined ? name : `${name} ${level}`))
    },
  }
}

export type DeadlineWorld = Awaited<ReturnType<typeof deadlineWorld>>
