import { type Need, openAmount, wantsMore } from '../needs/index.js'
import { confirmBy, type Offering, type OfferingDraft } from '../offerings/index.js'
import type { Organization } from '../organizations/index.js'
import type { Stated } from './analyse.js'
import { type NeedFacts, noFacts, type OfferingFacts, type Provider } from './profile.js'

/** A need or an offering that is not kept. */
export interface PlainText {
  readonly id: string
  readonly title?: string
  readonly text: string
  readonly categories?: readonly string[]
  readonly targetGroups?: readonly string[]
  readonly ages?: { readonly from: number; readonly to: number }
  readonly region?: string
}

/** What is already written of an offering that is not kept yet. */
export type OfferingSketch = Pick<OfferingDraft, 'title' | 'description' | 'categories' | 'targetGroups'> &
  Partial<Pick<OfferingDraft, 'ages' | 'coverage' | 'modes' | 'qualifications'>>

export const needText = ({ title, text }: Need): string =>
  text.startsWith(title) ? text : `${title}。${text}`

export function statedIn({ categories, beneficiaries: { groups, ages } }: Need): Stated {
  return { categories, groups, ...(ages ? { ages } : {}) }
}

export function plainStated({ categories = [], targetGroups = [], ages }: PlainText): Stated {
  return { categories, groups: targetGroups, ...(ages ? { ages } : {}) }
}

export function factsOfNeed(need: Need): NeedFacts {
  return {
    title: need.title,
    region: need.region,
    modes: need.modes,
    urgency: need.urgency.level,
    ages: need.beneficiaries.ages,
    amount: Math.max(0, openAmount(need)),
    neededBy: need.neededBy,
    open: wantsMore(need),
    visibility: need.visibility,
  }
}

export function factsOfOffering(
  offering: Offering,
  provider: Provider | undefined,
  taken: number,
): OfferingFacts {
  const { capacity } = offering
  return {
    title: offering.title,
    provider,
    published: offering.state === 'published',
    coverage: offering.coverage,
    modes: offering.modes,
    ages: offering.ages,
    placesLeft: capacity && Math.max(0, capacity.perMonth - taken),
    from: offering.period?.from,
    until: offering.period?.until,
    confirmBy: confirmBy(offering),
    qualifications: offering.qualifications,
  }
}

/** Places, period and confirmation are not looked at: what is asked is whom the service is for. */
export function factsOfSketch(sketch: OfferingSketch, provider: Provider | undefined): OfferingFacts {
  const { title, ages, coverage, modes = [], qualifications = [] } = sketch
  return { ...noFacts(title), provider, ages, coverage, modes, qualifications }
}

/** Without outcomes the record rests on an evaluation that is still valid; a warning weighs whatever they were. */
export function providerFrom(
  organization: Organization,
  today: string,
  recordFrom = (prior: number): number => prior,
): Provider {
  const { id, name, standing, evaluation, qualifications } = organization
  const graded = evaluation && evaluation.validTo >= today ? Number(evaluation.grade.charAt(0)) : 0
  const record = recordFrom(0.5 + (graded >= 3 ? 0.1 * (graded - 2) : 0)) - (standing === 'warned' ? 0.3 : 0)
  const held = qualifications.filter((q) => !q.validTo || q.validTo >= today).map((q) => q.code)
  return { id, name, standing, qualifications: held, record: Math.max(0, Math.min(1, record)) }
}
