import { CronExpressionParser } from 'cron-parser'

/**
 * Ticks of a cron expression by the wall clock of a time zone.
 * @throws RangeError for one that is not well formed, or that names days of the month and of the week: node-cron takes
 * the days that are both, cron-parser those that are either
 */
export class Schedule {
  constructor(
    readonly expression: string,
    readonly timeZone: string,
  ) {
    const fields = expression.trim().split(/\s+/)
    if (fields.length !== 5 && fields.length !== 6)
      throw new RangeError(`schedule ${expression}: not five or six fields`)
    const [dayOfMonth, , dayOfWeek] = fields.slice(-3)
    if (dayOfMonth !== '*' && dayOfWeek !== '*')
      throw new RangeError(`schedule ${expression}: both kinds of day`)
    try {
      this.from(new Date(0))
    } catch (cause) {
      throw new RangeError(`schedule ${expression}`, { cause })
    }
  }

  /** The newest tick that is not after `now`. */
  newest(now: Date): Date {
    return this.from(new Date(now.getTime() + 1))
      .prev()
      .toDate()
  }

  /** The first tick after `now`. */
  next(now: Date): Date {
    return this.from(now).next().toDate()
  }

  private from(currentDate: Date) {
    return CronExpressionParser.parse(this.expression, { currentDate, tz: this.timeZone })
  }
}
