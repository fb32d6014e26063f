import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Joi from 'joi'
import { type UrgencyRecord, urgencies } from '../needs/index.js'

/** By the clock, or by working days; one of the two, > 0. */
export type Term = { readonly hours: number } | { readonly workingDays: number }
export type ByUrgency = { readonly [urgency in UrgencyRecord['level']]: Term }

/** What a term is set for; docs/deadlines.md says it in words. */
export const termNames = [
  'receive',
  'answer',
  'begin',
  'report',
  'silence',
  'escalate',
  'closeExpired',
  'stillNeeded',
] as const
export type TermName = (typeof termNames)[number]

export interface DeadlineSettings extends Readonly<Record<TermName, ByUrgency>> {
  /** The share of a term after which whoever owes is reminded, in (0, 1). */
  readonly remindAt: number
  /** The hour of the day at which that is, where the term is of working days; 0 to 23. */
  readonly remindHour: number
  /** A one-time code for the person who was served is good for so many days. */
  readonly codeDays: number
  /** A referral may be opened again for so many days after it closed. */
  readonly reopenDays: number
  /** A stated capacity is asked after when it is so many days old. */
  readonly capacityDays: number
  /** What becomes of a request that nobody answered: the next best is named to the asker, or asked at once. */
  readonly onExpiry: 'propose' | 'dispatch'
}

const term = Joi.object({
  hours: Joi.number().greater(0).max(8_760),
  workingDays: Joi.number().integer().min(1).max(250),
}).xor('hours', 'workingDays')
const byUrgency = Joi.object(Object.fromEntries(urgencies.map((urgency) => [urgency, term])))
const file = Joi.object({
  ...Object.fromEntries(termNames.map((name) => [name, byUrgency])),
  remindAt: Joi.number().greater(0).less(1),
  remindHour: Joi.number().integer().min(0).max(23),
  codeDays: Joi.number().integer().min(1).max(365),
  reopenDays: Joi.number().integer().min(1).max(365),
  capacityDays: Joi.number().integer().min(1).max(365),
  onExpiry: Joi.string().valid('propose', 'dispatch'),
})

/**
 * The deadlines of `seeds/deadlines.json`, with what a district sets otherwise in a file of the same name in the data
 * folder: whole terms, each for the urgencies it names.
 * @throws RangeError naming the file and what is wrong in it
 */
export function loadDeadlines(seeds: string, data?: string): DeadlineSettings {
  const settings = read(join(seeds, 'deadlines.json')) as DeadlineSettings
  const missing = termNames.flatMap((name) =>
    urgencies.filter((urgency) => !settings[name]?.[urgency]).map((urgency) => `${name}.${urgency}`),
  )
  if (missing.length) throw new RangeError(`deadlines.json: ${missing.join(', ')} missing`)
  const own = data === undefined ? undefined : join(data, 'deadlines.json')
  return own && existsSync(own) ? overlaid(settings, read(own)) : settings
}

function overlaid(settings: DeadlineSettings, own: Partial<DeadlineSettings>): DeadlineSettings {
  const terms = termNames.map((name) => [name, { ...settings[name], ...own[name] }])
  return { ...settings, ...own, ...Object.fromEntries(terms) }
}

function read(path: string): Partial<DeadlineSettings> {
  const { value, error } = file.validate(JSON.parse(readFileSync(path, 'utf8')), { convert: false })
  if (error) throw new RangeError(`${path}: ${error.message}`)
  return value
}
