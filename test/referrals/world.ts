import { zoneOf } from '../../src/calendar/index.js'
import { learningFollower, recordsOf } from '../../src/learning/index.js'
import type { NeedDraft } from '../../src/needs/index.js'
import type { OfferingDraft } from '../../src/offerings/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { Forbidden, NotFound } from '../../src/platform/errors.js'
import type { Follower } from '../../src/platform/records/index.js'
import { createReferrals } from '../../src/referrals/index.js'
import type { Engine } from '../each-store.js'
import { aNeed, anOffering, anOrganization, creditCodeNumber } from '../feature-drafts.js'
import { actor, community, featureServices, regions, street, taxonomy } from '../feature-services.js'
import { matchingOver } from '../matching/shared-language.js'
import { refusalOf } from '../refusals.js'
import { terms } from './sample.js'

export const committee: Actor = { id: 'committee-1', role: 'committee', region: community }
export const streetStaff: Actor = { id: 'street-1', role: 'street', region: street }

/** Referrals on a real store, between one community and two organisations with an offering each. */
export async function aWorld(engine: Pick<Engine, 'open'>, more: readonly Follower[] = []) {
  const services = await featureServices(engine, more)
  const { store, clock, ids, organizations, offerings, needs } = services
  const matching = matchingOver({ ...services, recordsOf })
  const referrals = createReferrals({
    ...{ store, clock, ids, regions, taxonomy, terms, needs, offerings },
    onCommitted: () => undefined,
    followers: [learningFollower, ...more],
    zone: zoneOf('Asia/Shanghai'),
    explainPairing: matching.explainPairing,
  })
  needs.alsoShowTo(referrals.acquaintance)
  // As when an offering of everybody fits every need that is for those who can serve.
  needs.alsoShowTo(async ({ visibility }) => (visibility === 'staff' ? undefined : 'unaffiliated'))
  let organizationsMade = 0
  /** A published offering of an organisation of its own, and who works there. */
  async function anOffer(over: Partial<OfferingDraft> = {}) {
    const number = ++organizationsMade
    const creditCode = creditCodeNumber(number)
    const draft = anOrganization({ track: { kind: 'registered', creditCode } })
    const organization = await organizations.create(draft, actor)
    const offering = await offerings.create(
      anOffering(organization.id, { state: 'published', coverage: [street], ...over }),
      actor,
    )
    const worker: Actor = { id: `worker-${number}`, role: 'org-worker', organization: organization.id }
    return { organization, offering, worker }
  }
  return {
    ...services,
    matching,
    referrals,
    anOffer,
    aNeed: (over: Partial<NeedDraft> = {}) => needs.create(aNeed({ visibility: 'public', ...over }), actor),
    needOf: (id: string) => needs.records.get(id),
  }
}

/** The one word for why `work` is refused: the code of a conflict, the first wrong field, `need not found`, `referral.apply forbidden`; `-` when it is not. */
export async function refusal(work: () => Promise<unknown>): Promise<string> {
  try {
    return (await refusalOf(work))[0] ?? '-'
  } catch (error) {
    if (error instanceof NotFound) return `${error.kind} not found`
    if (error instanceof Forbidden) return 'forbidden'
    throw error
  }
}
