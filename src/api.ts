import { accessApi } from './access/index.js'
import { AuditTrail, auditApi } from './audit/index.js'
import { createDuty, dutyApi } from './duty/index.js'
import { identityApi } from './identities/index.js'
import { type createInsightParts, insightApi } from './insights/index.js'
import { learningApi } from './learning/index.js'
import { type Links, linkApi } from './links/index.js'
import { matchingApi } from './matching/index.js'
import type { MatchingParts } from './matching-parts.js'
import { mergingApi } from './merging/index.js'
import { needApi } from './needs/index.js'
import { type Notifications, notificationApi } from './notifications/index.js'
import { offeringApi } from './offerings/index.js'
import { organizationApi } from './organizations/index.js'
import type { ApiPart } from './platform/http/api-part.js'
import { type Jobs, jobApi } from './platform/jobs/index.js'
import { recordMessages } from './platform/records/index.js'
import { deadLetterApi } from './platform/relay/index.js'
import { reasonApi } from './reasons/index.js'
import { type Referrals, referralApi } from './referrals/index.js'
import { regionApi } from './regions/index.js'
import { savedFilterApi } from './saved-filters/index.js'
import { serviceRecordApi } from './service-records/index.js'
import { spreadsheetApi } from './spreadsheets/index.js'
import { taxonomyApi } from './taxonomy/index.js'
import type { TimeDriven } from './time-driven.js'
import { waitlistApi } from './waitlist/index.js'
import type { Workspace } from './workspace.js'

export interface ApiDeps {
  readonly workspace: Workspace
  readonly matching: MatchingParts
  readonly referrals: Referrals
  readonly timed: TimeDriven
  readonly links: Links
  readonly notifications: Notifications
  readonly insights: ReturnType<typeof createInsightParts>
  readonly jobs: Jobs
  readonly onCommitted: () => void
}

/** What every feature adds to the API. A new feature has its line here. */
export function apiParts(deps: ApiDeps): ApiPart[] {
  const { workspace, matching, referrals, timed, links, onCommitted } = deps
  const { store, clock, ids, organizations, offerings, needs, regions, taxonomy, followers, terms } =
    workspace
  const unit = { store, clock, ids, onCommitted, followers }
  const { namesOf } = organizations
  return [
    organizationApi(organizations, regions),
    offeringApi(offerings, workspace, namesOf),
    needApi(needs, workspace),
    spreadsheetApi({
      ...workspace,
      fingerprint: (kind, value) => workspace.ring.fingerprints(kind, value)[0] as string,
    }),
    referralApi({ ...unit, referrals, links, terms }, regions, namesOf),
    serviceRecordApi(workspace.services, { regions, taxonomy, namesOf }),
    waitlistApi(timed.waitlist),
    mergingApi({ ...unit, regions, taxonomy, needs }),
    insightApi(deps.insights),
    reasonApi(),
    identityApi(workspace.people),
    matchingApi({ matching: matching.matching, taxonomy, regions, offerings, needs }),
    taxonomyApi(taxonomy),
    regionApi(regions),
    { routes: [], messages: recordMessages },
    deadLetterApi(unit, workspace.kinds),
    jobApi(deps.jobs),
    accessApi(workspace.access),
    dutyApi(createDuty({ ...unit, regions })),
    auditApi(new AuditTrail(store)),
    learningApi(matching.learning),
    linkApi(links),
    notificationApi(deps.notifications),
    savedFilterApi(store),
  ]
}
