import type { AuditProblemKind, AuditReport } from '../audit/index.js'

const names: Readonly<Record<AuditProblemKind, string>> = {
  changed: '被改动 / was changed',
  removed: '被删除 / was removed',
  inserted: '不是由系统写入 / was put in from outside',
  late: '事后补入 / was put in afterwards',
  'seal-changed': '封印不符 / seal does not fit it or the one before',
  'seal-missing': '封印缺失 / seal is missing',
  'end-missing': '封印链末尾被截断 / the end of the chain was cut off',
  'anchor-missing': '所记封印已不存在 / the seal that was written down is not there',
  'anchor-differs': '与所记封印不符 / is not the seal that was written down',
}
const mostShown = 20

/** What the doctor says of the audit trail; the last line of a sound one is worth keeping elsewhere. */
export function auditLines({ seals, sealed, waiting, anchor, problems, more }: AuditReport): string[] {
  const hidden = Math.max(0, problems.length - mostShown) + more
  return [
    `审计 / audit: ${sealed} 条已封印 / entries sealed, ${seals} 个封印 / seals, ${waiting} 条待封印 / waiting`,
    ...problems
      .slice(0, mostShown)
      .map(({ kind, subject }) => `审计问题 / audit problem: ${subject} ${names[kind]}`),
    ...(hidden ? [`另有 ${hidden} 个审计问题 / more audit problems`] : []),
    ...(anchor ? [`审计封印，请另存 / audit seal, keep it elsewhere: ${anchor.number}:${anchor.hash}`] : []),
  ]
}
