/** The days of one time zone. */
export interface Zone {
  /** The ISO day of an ISO instant. */
  dayOf(instant: string): string
  /** The ISO instant at which a day begins. */
  startOf(day: string): string
}

const dayLength = 86_400_000
/** Some years of days. */
const mostOffsets = 4_000

/** @throws RangeError for a zone that is none */
export function zoneOf(timeZone: string): Zone {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  /** What the clocks of the zone show, as if it were UTC; milliseconds. Costs some 50 microseconds. */
  const formatted = (at: number): number => {
    const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
    return Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    )
  }
  /** How far the clocks are ahead of UTC, by day of UTC; undefined for a day on which they are changed. */
  const offsets = new Map<number, number | undefined>()
  const offsetOn = (day: number): number | undefined => {
    const start = day * dayLength
    if (!offsets.has(day)) {
      const [first, last] = [start, start + dayLength].map((at) => formatted(at) - at)
      if (offsets.size === mostOffsets) offsets.clear()
      offsets.set(day, first === last ? first : undefined)
    }
    return offsets.get(day)
  }
  const shownAt = (at: number): number => {
    const offset = offsetOn(Math.floor(at / dayLength))
    return offset === undefined ? formatted(at) : Math.floor(at / 1_000) * 1_000 + offset
  }
  return {
    dayOf: (instant) => new Date(shownAt(Date.parse(instant))).toISOString().slice(0, 10),
    startOf(day) {
      const midnight = Date.parse(`${day}T00:00:00Z`)
      // Twice: the first guess may lie on the other side of a change of the clocks.
      let at = midnight - (shownAt(midnight) - midnight)
      at = midnight - (shownAt(at) - at)
      return new Date(at).toISOString()
    },
  }
}
