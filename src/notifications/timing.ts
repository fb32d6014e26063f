import { Schedule } from '../platform/jobs/schedule.js'
import { defaultMail, type Preferences } from './model.js'
import type { Topic } from './topics.js'

/** When the daily mail goes out, by the clock of the installation. */
const dailyAt = '08:00'

/**
 * When a notice is mailed: undefined for never, `now` in a crisis whatever the account has chosen, else at once or at
 * eight in the morning, and not in quiet hours but at their end.
 */
export function mailDue(topic: Topic, wishes: Preferences, now: Date, timeZone: string): Date | undefined {
  if (topic.group === 'crisis') return now
  const pace = wishes.mail[topic.group] ?? defaultMail[topic.group]
  if (pace === 'off') return undefined
  const wanted = pace === 'daily' ? next(dailyAt, now, timeZone) : now
  return wishes.quiet && isQuiet(wishes.quiet, wanted, timeZone)
    ? next(wishes.quiet.to, wanted, timeZone)
    : wanted
}

/** Whether the time of day lies in `[from, to)`, which may span midnight. */
function isQuiet({ from, to }: NonNullable<Preferences['quiet']>, at: Date, timeZone: string): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  const time = clock.format(at)
  return from <= to ? from <= time && time < to : time >= from || time < to
}

/** The next time that the clock shows this time of day. */
function next(time: string, after: Date, timeZone: string): Date {
  const [hour, minute] = time.split(':').map(Number)
  return new Schedule(`${minute} ${hour} * * *`, timeZone).next(after)
}
