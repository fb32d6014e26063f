import { type Recorded, type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection } from '../platform/store/index.js'

/** What was found wrong later; the report that was issued stays as it is. */
export interface Correction {
  /** ISO instant. */
  readonly at: string
  readonly note: string
}

/** A region's report of a quarter as it was issued. */
export interface IssuedReport extends Recorded {
  readonly quarter: string
  readonly region: string
  /** Quarter and region: one report of each. */
  readonly key: string
  /** The office or person that answers for it. */
  readonly signedBy: string
  /** As JSON: nothing that changes later changes it. */
  readonly report: string
  /** Oldest first. */
  readonly corrections: readonly Correction[]
}

export const issuedReportsCollection = defineCollection<IssuedReport>({
  name: 'issued_reports',
  shape: {
    ...recordedShape,
    quarter: 'string',
    region: 'string',
    key: 'string',
    signedBy: 'string',
    report: 'string',
    corrections: [{ at: 'string', note: 'string' }],
  },
  indexes: [{ fields: ['key'], unique: true }],
})

export const issuedReportKind: RecordKind<IssuedReport> = {
  name: 'issued-report',
  prefix: 'rp',
  collection: issuedReportsCollection,
}

export const reportKey = (quarter: string, region: string): string => `${quarter}/${region}`

export function corrected(report: IssuedReport, correction: Correction): IssuedReport {
  return { ...report, corrections: [...report.corrections, correction] }
}
