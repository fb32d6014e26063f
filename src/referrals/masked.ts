import { mask } from '../privacy/index.js'
import type { ActionInput } from './action-input.js'
import type { Report } from './model.js'

/** The words that come with an action, without what identifies a person: a referral is read by both sides. */
export function maskedInput(input: ActionInput): ActionInput {
  const { reason, why, report, rating } = input
  return {
    ...input,
    ...(why === undefined ? {} : { why: mask(why).text }),
    ...(reason?.note === undefined ? {} : { reason: { ...reason, note: mask(reason.note).text } }),
    ...(report ? { report: maskedReport(report) } : {}),
    ...(rating?.comment === undefined ? {} : { rating: { ...rating, comment: mask(rating.comment).text } }),
  }
}

export function maskedReport(report: Report): Report {
  return report.note === undefined ? report : { ...report, note: mask(report.note).text }
}
