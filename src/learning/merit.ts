import { hourBounds, type Outcomes } from './outcomes.js'

/** As many referrals as what is known of an organisation beforehand weighs. */
const priorWeight = 8
const mostPoints = 8
/** An answer within so many hours is a quick one. */
const quickHours = 72
/** What is done for people counts more than how a message was answered; together 1. */
const shares = { completion: 0.35, quality: 0.35, acceptance: 0.15, quickness: 0.15 } as const

/**
 * How well an organisation has served so far, in [0, 1]: four shares, each the mean of a beta distribution whose prior lies at
 * `prior` with the weight of eight referrals (Gelman et al., Bayesian Data Analysis, 2.1). Without outcomes it is `prior`
 * itself, so that a newcomer is neither buried nor praised, and one bad month does not sink anybody.
 * @param prior in [0, 1]
 */
export function meritOf(outcomes: Outcomes, prior: number): number {
  const { accepted, declined, unanswered, completed, failed, ratings, points, answers } = outcomes
  const quick = answers.filter((_, i) => (hourBounds[i] ?? Number.POSITIVE_INFINITY) <= quickHours)
  const share = (good: number, all: number) => (good + priorWeight * prior) / (all + priorWeight)
  return (
    shares.completion * share(completed, completed + failed) +
    shares.quality * share(points / mostPoints, ratings) +
    shares.acceptance * share(accepted, accepted + declined + unanswered) +
    shares.quickness * share(sum(quick), sum(answers))
  )
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
