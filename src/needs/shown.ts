import type { Reference } from './filters.js'
import { topicsOf } from './guarded.js'
import type { Need } from './model.js'
import { withheldText } from './words.js'

/**
 * How somebody stands to a need: `responsible` is the committee that posted it and staff of its street or district,
 * `serving` an organisation whose referral for it runs, `unaffiliated` everybody else.
 */
export type NeedRelation = 'responsible' | 'serving' | 'unaffiliated'

/** A need as one viewer may see it: where it came from may be left out. */
export type ShownNeed = Omit<Need, 'source'> & Partial<Pick<Need, 'source'>>

/** Stands for whoever wrote a need that is shown by category only: an account would tell the community. */
export const withheld = 'withheld'
const withheldTitle = '受保护群体的需求'

/**
 * The need as its viewer may see it. Of a need about a protected group, an unaffiliated viewer sees the categories, the
 * street, how much is asked for and how pressing it is.
 */
export function shownNeed(need: Need, relation: NeedRelation, reference: Reference): ShownNeed {
  if (relation === 'responsible') return need
  if (relation !== 'unaffiliated' || topicsOf(need, reference.taxonomy).length === 0) return unsuspected(need)
  const { source: _source, externalId: _externalId, beneficiaries, urgency, ...rest } = need
  return {
    ...rest,
    createdBy: withheld,
    updatedBy: withheld,
    region: streetOf(need.region, reference),
    title: categoryNames(need, reference) || withheldTitle,
    text: withheldText,
    beneficiaries: { count: beneficiaries.count, groups: [] },
    urgency: { level: urgency.level, stated: urgency.stated, words: [], kinds: [] },
  }
}

/** Whether somebody must look first is asked of those who are responsible, and tells others nothing. */
function unsuspected(need: Need): Need {
  const { toCheck, ...urgency } = need.urgency
  return toCheck ? { ...need, urgency } : need
}

function categoryNames({ categories }: Need, { taxonomy }: Reference): string {
  return categories
    .filter((id) => taxonomy.services.has(id))
    .map((id) => taxonomy.services.term(id).zh)
    .join('、')
}

function streetOf(region: string, { regions }: Reference): string {
  return regions.chain(region).find((code) => regions.get(code)?.level === 'street') ?? region
}
