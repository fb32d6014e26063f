/** How guesses are slowed down. All in milliseconds. */
export interface PauseRule {
  /** So many tries may fail before the first pause: people mistype. */
  readonly free: number
  /** The first pause; each one after is twice as long. */
  readonly first: number
  readonly longest: number
  /** After so long without a try all is forgotten. */
  readonly forgottenAfter: number
}

const second = 1_000
const hour = 3_600_000

/**
 * For one account: at most some 300 guesses a day, while its owner, whom a stranger could lock out with them, waits five
 * minutes at most.
 */
export const accountPauses: PauseRule = {
  free: 5,
  first: second,
  longest: 300 * second,
  forgottenAfter: 24 * hour,
}

/** For one address, behind which a whole office may sit: more free tries, longer pauses. */
export const addressPauses: PauseRule = {
  free: 30,
  first: second,
  longest: 900 * second,
  forgottenAfter: hour,
}

/** The pause after so many tries without a success, in milliseconds; 0 while they are free. */
export function pauseAfter(tries: number, { free, first, longest }: PauseRule): number {
  // Not 2 ** tries: that is Infinity after a thousand tries, and NaN is near.
  return tries <= free ? 0 : Math.min(longest, first * 2 ** Math.min(30, tries - free - 1))
}
