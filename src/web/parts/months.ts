import { monthOf } from '../../platform/months.js'

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** The span that an address names; otherwise the last twelve months, this one among them. */
export function spanOf(from: string | undefined, to: string | undefined, now = new Date()) {
  const current = now.getFullYear() * 12 + now.getMonth()
  return {
    from: from && monthPattern.test(from) ? from : monthOf(current - 11),
    to: to && monthPattern.test(to) ? to : monthOf(current),
  }
}
