import { hostname } from 'node:os'
import type { Registry } from 'prom-client'
import { perishableAccess, resealSecondFactors } from './access/index.js'
import { auditJob } from './audit/index.js'
import type { Config } from './config.js'
import { retentionJob, rotationJob } from './identities/index.js'
import { linksCollection } from './links/index.js'
import { perishableNotices, resealWebhooks } from './notifications/index.js'
import { confirmationJob } from './offerings/index.js'
import { idempotencyKeys } from './platform/http/idempotency.js'
import { expiryJob, type Job, JobMetrics, Jobs } from './platform/jobs/index.js'
import { leases as leaseRecords } from './platform/leases/index.js'
import type { Logger } from './platform/log.js'
import { integrityJob } from './platform/records/index.js'
import { trimJob } from './platform/relay/index.js'
import { monthJob } from './referrals/index.js'
import { attachmentSweepJob } from './service-records/index.js'
import type { Workspace } from './workspace.js'

/**
 * All jobs of an installation; they tick when they are started.
 * @param more those whose parts are put together beside the workspace
 */
export function createJobs(
  workspace: Workspace,
  { timeZone, retentionDays }: Pick<Config, 'timeZone' | 'retentionDays'>,
  log: Logger,
  registry: Registry,
  more: readonly Job[],
): Jobs {
  const { store, search, clock, ids, leases, kinds, offerings, ring, vault, calendar, services } = workspace
  // What jobs erase or reseal is seen by no view: nobody needs to be told.
  const unit = { store, clock, ids, onCommitted: () => undefined }
  const jobs = [
    confirmationJob({ offerings, clock, timeZone }),
    expiryJob(store, [
      idempotencyKeys,
      leaseRecords,
      linksCollection,
      ...perishableAccess,
      ...perishableNotices,
    ]),
    trimJob(store, clock),
    rotationJob({
      ...unit,
      ring,
      vault,
      others: [
        (signal) => resealSecondFactors(store, ring, signal),
        (signal) => resealWebhooks(store, ring, signal),
        (signal) => services.files.refreshAll(signal),
      ],
    }),
    retentionJob({ ...unit, vault, referrals: workspace.referralGrounds, days: retentionDays }),
    attachmentSweepJob({ store, clock, files: services.files }),
    integrityJob({ store, search, kinds, log }),
    monthJob({ ...unit, zone: calendar.zone }),
    auditJob(store, log),
    ...more,
  ]
  return new Jobs(jobs, {
    store,
    leases,
    clock,
    timeZone,
    process: `${hostname()}-${process.pid}`,
    log,
    metrics: new JobMetrics(registry),
  })
}
