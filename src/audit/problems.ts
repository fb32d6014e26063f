/**
 * What is wrong with the trail. Of an entry: `changed`, `removed`, `inserted` (no seal names it, and none is owed to it),
 * `late` (sealed long after others that are younger: put in afterwards). Of a seal: `seal-changed` (its hash fits it or the
 * seal before no more), `seal-missing`, `end-missing` (the chain once was longer). Of an anchor that was given:
 * `anchor-missing`, `anchor-differs`.
 */
export type AuditProblemKind =
  | 'changed'
  | 'removed'
  | 'inserted'
  | 'late'
  | 'seal-changed'
  | 'seal-missing'
  | 'end-missing'
  | 'anchor-missing'
  | 'anchor-differs'

export interface AuditProblem {
  readonly kind: AuditProblemKind
  /** Id of an entry, or number of a seal. */
  readonly subject: string
}

export type Report = (kind: AuditProblemKind, subject: string | number) => void

/** Keeps the first problems and counts the others. */
export class Findings {
  readonly problems: AuditProblem[] = []
  more = 0

  constructor(private readonly most: number) {}

  readonly report: Report = (kind, subject) => {
    if (this.problems.length < this.most) this.problems.push({ kind, subject: String(subject) })
    else this.more++
  }
}
