import { Counter, type Registry } from 'prom-client'
import type { SearchCounters } from './meili-counters.js'

/** Shows the counters to Prometheus. */
export function measureSearch(registry: Registry, counters: SearchCounters): void {
  new Counter({
    name: 'duijie_search_engine_events_total',
    help: 'What happened at the search server: requests that found it away, tasks done, failed, given again',
    labelNames: ['event'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [event, count] of Object.entries(counters)) this.inc({ event }, count)
    },
  })
}
