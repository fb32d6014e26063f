import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** Seconds; fine where a recommendation should lie, coarse above. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What is measured of HTTP. Labels hold route templates and statuses, never ids, so their number is bounded. */
export class HttpMetrics {
  readonly #durations: Histogram<'method' | 'route' | 'status'>
  readonly #aborted: Counter
  #inFlight = 0

  /** Registers itself: one to a registry. */
  constructor(readonly registry: Registry) {
    const registers = [registry]
    this.#durations = new Histogram({
      name: 'duijie_http_request_duration_seconds',
      help: 'Time from request to the last byte handed to the system',
      labelNames: ['method', 'route', 'status'],
      buckets,
      registers,
    })
    this.#aborted = new Counter({
      name: 'duijie_http_requests_aborted_total',
      help: 'Requests whose client went away before the answer was complete',
      registers,
    })
    gauge(registry, 'duijie_http_requests_in_flight', 'Requests being worked on', () => this.#inFlight)
    const lag = monitorEventLoopDelay({ resolution: 20 })
    lag.enable()
    gauge(registry, 'duijie_event_loop_lag_p99_seconds', 'Event-loop lag since the last scrape', () =>
      p99(lag),
    )
    gauge(registry, 'duijie_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss())
    gauge(registry, 'duijie_uptime_seconds', 'Time since the process began', () => process.uptime())
  }

  begin(): void {
    this.#inFlight++
  }

  /** @param seconds since `begin` */
  end(method: string, route: string, status: number, seconds: number): void {
    this.#inFlight--
    this.#durations.observe({ method, route, status }, seconds)
  }

  /** A stream lasts as long as its client stays, which says nothing about us. */
  endStream(): void {
    this.#inFlight--
  }

  abort(): void {
    this.#inFlight--
    this.#aborted.inc()
  }
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read())
    },
  })
}

function p99(lag: IntervalHistogram): number {
  const seconds = lag.percentile(99) / 1e9
  lag.reset()
  return seconds
}
