import {
  capacityJob,
  createCrisisCalls,
  deadlineJob,
  notAskedYet,
  stillNeededJob,
} from './deadlines/index.js'
import type { Matching } from './matching/index.js'
import type { Job } from './platform/jobs/index.js'
import type { Logger } from './platform/log.js'
import type { Referrals } from './referrals/index.js'
import { createOffers, createWaitlist, type Waitlist } from './waitlist/index.js'
import type { Workspace } from './workspace.js'

export interface TimeDrivenDeps {
  readonly workspace: Workspace
  readonly matching: Matching
  readonly referrals: Referrals
  readonly log: Logger
  readonly onCommitted: () => void
}

export interface TimeDriven {
  readonly jobs: readonly Job[]
  readonly waitlist: Waitlist
  /** After a commit: does at once what was noted in it and cannot wait for a job. */
  kick(): void
}

/** Puts together what acts by itself around referrals: deadlines, calls in a crisis, waiting lines. */
export function createTimeDriven({
  workspace,
  matching,
  referrals,
  log,
  onCommitted,
}: TimeDrivenDeps): TimeDriven {
  const { store, ids, clock, terms, regions, needs, offerings, followers, crisisWatch, lineWatch } = workspace
  const deps = { store, ids, clock, log, regions, needs, offerings, referrals, onCommitted, followers }
  const candidates = notAskedYet(store, matching)
  const calls = createCrisisCalls({ ...deps, candidates }, crisisWatch)
  const offers = createOffers(deps, lineWatch)
  const questions = [stillNeededJob({ ...deps, terms }), capacityJob({ ...deps, terms })]
  return {
    jobs: [deadlineJob({ ...deps, terms, candidates }), calls.job, ...offers.jobs, ...questions],
    waitlist: createWaitlist(deps),
    kick() {
      void calls.kick()
      void offers.kick()
    },
  }
}
