import { actsFor, reaches } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import type { Regions } from '../regions/index.js'
import type { NeedFacts, OfferingFacts } from './profile.js'
import type { LeastFit, MayName, Pairing } from './recommendations.js'

/**
 * Which needs somebody finds for an offering: staff those of their region; its organisation what is public, and what is
 * for those who can serve from `possible` on.
 */
export function leastFitFor(actor: Actor, regions: Regions): LeastFit {
  if (actor.role === 'system' || actor.role === 'district') return () => 'weak'
  if (actor.organization === undefined)
    return ({ region }) => (region !== undefined && reaches(actor, region, regions) ? 'weak' : undefined)
  return ({ visibility }) => leastFits[visibility]
}

/** The same for an offering that is only being written: nobody stands for it yet, so an organisation finds public needs. */
export function leastFitForUnkept(actor: Actor, regions: Regions): LeastFit {
  const leastFit = leastFitFor(actor, regions)
  if (actor.organization === undefined) return leastFit
  return (need) => (need.visibility === 'public' ? leastFit(need) : undefined)
}

const leastFits = { public: 'weak', matched: 'possible', staff: undefined } as const satisfies Record<
  NeedFacts['visibility'],
  unknown
>

/** Which offerings somebody finds for a need or a text: staff all, others those of the directory, and their own. */
export function mayNameFor(actor: Actor): MayName {
  const { role } = actor
  if (role === 'system' || role === 'district' || role === 'street') return () => true
  return (offering) => isListed(offering) || actsFor(actor, offering.provider?.id ?? '')
}

function isListed({ published, provider }: OfferingFacts): boolean {
  return published && (!provider || provider.standing === 'active' || provider.standing === 'warned')
}

/** Says nothing of a need's words; its title is the one that is shown. */
export function withoutWords({ id, score, fit }: Pairing, title: string): Pairing {
  const why = {
    zh: '服务类别相符；为保护当事人，不显示依据的文字。',
    en: 'The categories fit; what the text says is withheld to protect the person.',
  }
  return { id, title, score, fit, why }
}
