import { confidenceIn, type NeedFacts, type OfferingFacts } from './profile.js'

/** Why an offering cannot serve a need, in the order in which they are looked at. */
export const reasonCodes = [
  'not-published',
  'suspended',
  'confirmation-lapsed',
  'period-over',
  'period-later',
  'not-covered',
  'wrong-age',
  'wrong-mode',
  'not-qualified',
  'full',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** A rule that failed, with the two values that did not meet. */
export interface Reason {
  readonly code: ReasonCode
  readonly asked: string
  readonly offered: string
}

/** An offering with its surest service, as in its packed profile; undefined when its text says nothing. */
export type Offered = OfferingFacts & { readonly main: number | undefined }

export interface RuleContext {
  /** ISO day. */
  readonly today: string
  /** The need's region and everything above it. */
  readonly regionChain: readonly string[]
  /** Service index to the qualifications it demands, any of them. */
  readonly demanded: ReadonlyMap<number, readonly string[]>
}

/** A service must be at least this sure before its qualifications are demanded. */
const surelyThisService = 0.5

type Rule = (need: NeedFacts, offering: Offered, context: RuleContext) => boolean

/** Each rule says whether the offering breaks it. What is not known never excludes. */
const broken: Readonly<Record<ReasonCode, Rule>> = {
  'not-published': (_, { published }) => !published,
  suspended: (_, { provider }) => provider?.standing === 'suspended' || provider?.standing === 'revoked',
  'confirmation-lapsed': (_, { confirmBy }, { today }) => confirmBy !== undefined && confirmBy < today,
  'period-over': (_, { until }, { today }) => until !== undefined && until < today,
  'period-later': ({ neededBy }, { from }) => from !== undefined && neededBy !== undefined && from > neededBy,
  'not-covered': ({ region }, offering, { regionChain }) =>
    region !== undefined && offering.coverage !== undefined && !reaches(offering, regionChain),
  'wrong-age': ({ ages: asked }, { ages: served }) =>
    asked !== undefined && served !== undefined && (asked.to < served.from || asked.from > served.to),
  'wrong-mode': (need, offering) =>
    need.modes.length > 0 && offering.modes.length > 0 && !sharesMode(need.modes, offering.modes),
  'not-qualified': (_, offering, { demanded }) => missingQualification(offering, demanded) !== undefined,
  // A crisis never waits for free places.
  full: ({ urgency }, { placesLeft }) => placesLeft === 0 && urgency !== 'crisis',
}

const rules = reasonCodes.map((code) => broken[code])

/** Whether no hard rule stands between the two; asked of every candidate, so it names no reasons. */
export function passesRules(need: NeedFacts, offering: Offered, context: RuleContext): boolean {
  for (const rule of rules) if (rule(need, offering, context)) return false
  return true
}

/** Every reason why the offering cannot serve the need now, empty when it can. */
export function failedRules(need: NeedFacts, offering: Offered, context: RuleContext): Reason[] {
  return reasonCodes
    .filter((code) => broken[code](need, offering, context))
    .map((code) => ({ code, ...valuesOf(code, need, offering, context) }))
}

/** The two values that do not meet. */
function valuesOf(
  code: ReasonCode,
  need: NeedFacts,
  offering: Offered,
  { today, demanded }: RuleContext,
): Pick<Reason, 'asked' | 'offered'> {
  const span = (ages: NeedFacts['ages']) => `${ages?.from}-${ages?.to}`
  const pair = (asked: string | undefined, offered: string | undefined) => ({
    asked: asked ?? '',
    offered: offered ?? '',
  })
  switch (code) {
    case 'not-published':
      return pair('published', 'paused')
    case 'suspended':
      return pair('active', offering.provider?.standing)
    case 'confirmation-lapsed':
      return pair(today, offering.confirmBy)
    case 'period-over':
      return pair(today, offering.until)
    case 'period-later':
      return pair(need.neededBy, offering.from)
    case 'not-covered':
      return pair(need.region, offering.coverage?.join(','))
    case 'wrong-age':
      return pair(span(need.ages), span(offering.ages))
    case 'wrong-mode':
      return pair(need.modes.join(','), offering.modes.join(','))
    case 'not-qualified':
      return pair(missingQualification(offering, demanded)?.join(','), heldBy(offering).join(','))
    case 'full':
      return pair(String(need.amount), '0')
  }
}

function sharesMode(asked: NeedFacts['modes'], offered: OfferingFacts['modes']): boolean {
  for (const mode of offered) if (asked.includes(mode)) return true
  return false
}

/** Phone and online services reach everywhere. */
function reaches(offering: OfferingFacts, chain: readonly string[]): boolean {
  if (offering.modes.includes('phone') || offering.modes.includes('online')) return true
  for (const code of offering.coverage ?? []) if (chain.includes(code)) return true
  return false
}

/** The qualifications of which none is held; undefined when none is demanded, or one is held, or nobody is known. */
function missingQualification(
  offering: Offered,
  demanded: RuleContext['demanded'],
): readonly string[] | undefined {
  const { main } = offering
  if (!offering.provider || main === undefined) return undefined
  if (confidenceIn(main) < surelyThisService) return undefined
  const codes = demanded.get(main >>> 8)
  if (!codes) return undefined
  const held = heldBy(offering)
  return codes.some((code) => held.includes(code)) ? undefined : codes
}

const heldBy = ({ qualifications, provider }: OfferingFacts): string[] => [
  ...qualifications,
  ...(provider?.qualifications ?? []),
]
