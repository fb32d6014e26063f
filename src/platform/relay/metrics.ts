import { Counter, Gauge, type Registry } from 'prom-client'
import type { RelayObserver } from './relay.js'
import type { RelayStatus } from './status.js'

/** Counts what the relay tells, then tells `also`. Registers itself: one to a registry. */
export function countingObserver(registry: Registry, also: RelayObserver): RelayObserver {
  const registers = [registry]
  const retries = new Counter({
    name: 'duijie_relay_retries_total',
    help: 'Failures of the relay after which it tried again, by part',
    labelNames: ['part'],
    registers,
  })
  const refusals = new Counter({
    name: 'duijie_relay_failures_total',
    help: 'Records that a view refused for good',
    labelNames: ['view'],
    registers,
  })
  return {
    retrying(part, error) {
      retries.inc({ part })
      also.retrying(part, error)
    },
    gaveUp(view, givenUp) {
      refusals.inc({ view })
      also.gaveUp(view, givenUp)
    },
  }
}

/** Shows how the relay stands; asked once per scrape. While the store is away the last values stay. */
export function showRelay(registry: Registry, read: () => Promise<RelayStatus>): void {
  let reading: Promise<RelayStatus | undefined> | undefined
  // Prometheus' client asks all gauges of a scrape in one turn, so that they share the reading.
  const status = () => {
    reading ??= read()
      .catch(() => undefined)
      .finally(() => {
        reading = undefined
      })
    return reading
  }
  const gauge = (
    name: string,
    help: string,
    labelNames: readonly string[],
    show: (gauge: Gauge, status: RelayStatus) => void,
  ) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const now = await status()
        if (now) show(this, now)
      },
    })
  gauge('duijie_outbox_entries', 'Committed changes that wait for the change log, up to 100', [], (of, now) =>
    of.set(now.outbox),
  )
  gauge(
    'duijie_relay_lag_entries',
    'Steps of the change log that a view does not have',
    ['view'],
    (of, now) => {
      for (const { view, entries } of now.lags) of.set({ view }, entries)
    },
  )
  gauge(
    'duijie_relay_lag_seconds',
    'Age of the oldest change that a view does not have',
    ['view'],
    (of, now) => {
      for (const { view, seconds } of now.lags) of.set({ view }, seconds)
    },
  )
  gauge(
    'duijie_dead_letters',
    'Records that a view refuses and staff has not replayed',
    ['view'],
    (of, now) => {
      for (const { view, count } of now.deadLetters) of.set({ view }, count)
    },
  )
}
