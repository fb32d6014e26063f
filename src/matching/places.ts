import type { RecommendOptions } from './recommendations.js'

/** Something with its log-odds. */
export interface Scored<C> {
  readonly candidate: C
  readonly logOdds: number
}

type Share = Pick<RecommendOptions, 'limit' | 'perProvider'>

/** Of one organisation among the first, where nothing else is asked. */
const mostOfOne = 2

interface Place {
  readonly provider: string | undefined
  readonly logOdds: number
}

/** The places of an answer, as they will be given: no more to one organisation than its share. */
export class Places {
  /** Best first. */
  private readonly taken: Place[] = []

  constructor(private readonly share: Share) {}

  /** The log-odds that are needed for a place. */
  get least(): number {
    const { length } = this.taken
    return length < this.share.limit ? Number.NEGATIVE_INFINITY : (this.taken[length - 1] as Place).logOdds
  }

  add(provider: string | undefined, logOdds: number): void {
    const crowded = this.lastOfCrowd(provider)
    if (crowded !== undefined) {
      if ((this.taken[crowded] as Place).logOdds >= logOdds) return
      this.taken.splice(crowded, 1)
    }
    let at = this.taken.length
    while (at > 0 && (this.taken[at - 1] as Place).logOdds < logOdds) at--
    this.taken.splice(at, 0, { provider, logOdds })
    if (this.taken.length > this.share.limit) this.taken.pop()
  }

  /** The lowest place of an organisation that has its share. */
  private lastOfCrowd(provider: string | undefined): number | undefined {
    if (provider === undefined) return undefined
    let times = 0
    let last = 0
    for (let at = 0; at < this.taken.length; at++) {
      if ((this.taken[at] as Place).provider !== provider) continue
      times++
      last = at
    }
    return times < (this.share.perProvider ?? mostOfOne) ? undefined : last
  }
}

/** Ties break on id: the order must not depend on the order of arrival. */
export function inOrder<S extends Scored<{ readonly id: string }>>(scored: S[]): S[] {
  return scored.sort((a, b) => b.logOdds - a.logOdds || (a.candidate.id < b.candidate.id ? -1 : 1))
}

/** Lets no organisation fill the first page: what goes beyond its share moves behind the others. */
export function spread<S extends Scored<unknown>>(
  ordered: readonly S[],
  { limit, perProvider = mostOfOne }: Share,
  providerOf: (candidate: S['candidate']) => string | undefined,
): S[] {
  const taken = new Map<string, number>()
  const first: S[] = []
  const later: S[] = []
  for (const scored of ordered) {
    const provider = providerOf(scored.candidate)
    const times = provider === undefined ? 0 : (taken.get(provider) ?? 0)
    if (times >= perProvider) {
      later.push(scored)
      continue
    }
    if (provider !== undefined) taken.set(provider, times + 1)
    first.push(scored)
    if (first.length === limit) break
  }
  return [...first, ...later].slice(0, limit)
}
