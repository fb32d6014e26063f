import { loadHolidays, WorkingCalendar, zoneOf } from '../../src/calendar/index.js'
import { type DeadlineSettings, loadDeadlines, Terms } from '../../src/referrals/index.js'

export const zone = zoneOf('Asia/Shanghai')
const calendar = new WorkingCalendar(loadHolidays('seeds/calendar'), zone)

/** The terms that come with the program, save what a test sets otherwise. */
export const testTerms = (over: Partial<DeadlineSettings> = {}): Terms =>
  new Terms({ ...loadDeadlines('seeds'), ...over }, calendar)
