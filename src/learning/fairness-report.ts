import { offeringKind } from '../offerings/index.js'
import { type Organization, organizationKind } from '../organizations/index.js'
import type { Clock } from '../platform/clock.js'
import type { Job } from '../platform/jobs/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import type { SmallestCounts } from '../privacy/index.js'
import type { Regions } from '../regions/index.js'
import { fairnessReports, organizationRecords } from './collections.js'
import { type FairnessGroup, type FairnessRow, fairnessOf } from './fairness.js'

export interface FairnessDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly regions: Regions
  readonly smallest: SmallestCounts
}

export interface FairnessReport {
  /** ISO instant of the count. */
  readonly at: string
  readonly groups: readonly FairnessGroup[]
}

const newest = 'newest'

/** Counts all organisations, a batch at a time; work for a job or the command line. */
export async function countFairness({
  store,
  clock,
  regions,
  smallest,
}: FairnessDeps): Promise<FairnessReport> {
  const published = await store.tally(offeringKind.collection, { state: 'published' }, ['organizationId'])
  const offerings = new Map(published.map(({ key: [id], count }) => [id, count]))
  const known = regions.all.filter(({ level }) => level !== 'community').map(({ code }) => code)
  const rows: FairnessRow[] = []
  for await (const batch of store.scan(organizationKind.collection)) {
    const records = await store.getMany(
      organizationRecords,
      batch.map(({ id }) => id),
    )
    const byId = new Map(records.map((record) => [record.id, record]))
    for (const organization of batch) {
      const { recommended = 0, accepted = 0 } = byId.get(organization.id) ?? {}
      const row = { offerings: offerings.get(organization.id) ?? 0, recommended, accepted }
      rows.push({ ...row, track: organization.track.kind, region: homeOf(organization, known, regions) })
    }
  }
  return { at: clock.now().toISOString(), groups: fairnessOf(rows, known, smallest) }
}

/** The report of the last night; counted now where there was none yet. */
export async function newestFairness(deps: FairnessDeps): Promise<FairnessReport> {
  const kept = await deps.store.get(fairnessReports, newest)
  return kept ? { at: kept.at, groups: kept.groups } : keepFairness(deps)
}

/** Only the newest is kept: two reports of neighbouring days would tell of the few that came between. */
async function keepFairness(deps: FairnessDeps): Promise<FairnessReport> {
  const report = await countFairness(deps)
  await deps.store.transaction(async (tx) => {
    const kept = await tx.get(fairnessReports, newest)
    const next = { id: newest, revision: 1, ...report }
    if (kept) await tx.replace(fairnessReports, next, kept.revision)
    else await tx.insert(fairnessReports, next)
  })
  return report
}

export function fairnessJob(deps: FairnessDeps): Job {
  return {
    name: 'report-fairness',
    summary: { zh: '统计推荐与接单在各类组织间的分布', en: 'Count who is recommended and who accepts' },
    schedule: '20 4 1 * *',
    async run() {
      const { groups } = await keepFairness(deps)
      return { counts: { groups: groups.length } }
    },
  }
}

function homeOf({ homeRegion }: Organization, known: readonly string[], regions: Regions): string {
  return regions.chain(homeRegion).find((code) => known.includes(code)) ?? (known[0] as string)
}
