import { isDeepStrictEqual } from 'node:util'
import { reaches } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { Invalid, NotFound } from '../platform/errors.js'
import { dayOf, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { RawDocument } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import {
  corrected,
  type IssuedReport,
  issuedReportKind,
  issuedReportsCollection,
  reportKey,
} from './issued-reports.js'
import { isOver } from './quarters.js'
import { type Report, type ReportDeps, readReport } from './report.js'
import { exactView } from './scope.js'

export interface ReportQuery {
  readonly quarter: string
  readonly region?: string
}

export interface ReportDraft extends ReportQuery {
  readonly signedBy: string
}

/** A report as it was issued, with what the same quarter counts today. */
export interface ToldReport extends Report {
  readonly issued: Pick<IssuedReport, 'id' | 'revision' | 'signedBy' | 'corrections'> & {
    readonly at: string
  }
  /** The total of today, where it is another. */
  readonly totalNow?: Report['total']
}

/** Days of waiting and free places are others every day. */
const compared = ['needs', 'unmet', 'met', 'withdrawn'] as const

export type Reports = ReturnType<typeof createReports>

/** Reports of quarters: live until somebody who is responsible issues them, afterwards as they were issued. */
export function createReports(deps: ReportDeps & UnitDeps) {
  const { store, clock, regions } = deps
  const today = (): string => dayOf(clock.now().toISOString())

  /** @throws NotFound, also outside the actor's reach */
  async function seen(id: string, actor: Actor): Promise<IssuedReport> {
    const report = await store.get(issuedReportsCollection, id)
    if (!report || !reaches(actor, report.region, regions)) throw new NotFound(issuedReportKind.name, id)
    return report
  }

  async function told(issued: IssuedReport, actor: Actor): Promise<ToldReport> {
    const { quarter, region } = issued
    return toldBeside(issued, await readReport({ quarter, region }, actor, deps))
  }

  return {
    /** @throws Forbidden for whoever is not responsible for the region */
    async read(query: ReportQuery, actor: Actor): Promise<Report | ToldReport> {
      const region = exactView(actor, query.region, regions)
      const key = reportKey(query.quarter, region)
      const [issued] = await store.find(issuedReportsCollection, { key }, { limit: 1 })
      return issued ? told(issued, actor) : readReport({ ...query, region }, actor, deps)
    },

    /**
     * Keeps the report of a quarter that is over as it is now.
     * @throws Forbidden; Invalid `report.running`; Conflict `key.taken`
     */
    async issue({ signedBy, ...query }: ReportDraft, actor: Actor): Promise<ToldReport> {
      const region = exactView(actor, query.region, regions)
      const { quarter } = query
      if (!isOver(quarter, today())) throw new Invalid([{ field: 'quarter', code: 'report.running' }])
      const report = await readReport({ quarter, region }, actor, deps)
      const key = reportKey(quarter, region)
      const kept = { signedBy: mask(signedBy).text, report: JSON.stringify(report), corrections: [] }
      const fields = { quarter, region, key, ...kept }
      const issued = await unitOfWork(deps, actor, (unit) =>
        unit.create(issuedReportKind, fields, { action: 'issue' }),
      )
      return toldBeside(issued, report)
    },

    /** Says beside a report what was found wrong later. @throws NotFound; Conflict `revision.stale` */
    async correct(id: string, revision: number, note: string, actor: Actor): Promise<ToldReport> {
      await seen(id, actor)
      const correction = { at: clock.now().toISOString(), note: mask(note).text }
      const change = (before: IssuedReport) => corrected(before, correction)
      const issued = await unitOfWork(deps, actor, (unit) =>
        unit.amend(issuedReportKind, { id, revision, change }, { action: 'correct' }),
      )
      return told(issued, actor)
    },

    async getRaw(id: string, actor: Actor): Promise<RawDocument> {
      const issued = await seen(id, actor)
      return { revision: issued.revision, json: JSON.stringify(await told(issued, actor)) }
    },
  }
}

/** As it was issued, beside the report of today. */
function toldBeside(issued: IssuedReport, { total }: Report): ToldReport {
  const { id, revision, createdAt: at, signedBy, corrections } = issued
  const report = JSON.parse(issued.report) as Report
  const isOther = compared.some((name) => !isDeepStrictEqual(total?.[name], report.total?.[name]))
  return {
    ...report,
    issued: { id, revision, at, signedBy, corrections },
    ...(isOther && total ? { totalNow: total } : {}),
  }
}
