import { expect } from 'chai'
import { Registry } from 'prom-client'
import { Unavailable } from '../../../src/platform/errors.js'
import { countingObserver, showRelay } from '../../../src/platform/relay/index.js'
import type { RelayStatus } from '../../../src/platform/relay/status.js'

const status: RelayStatus = {
  outbox: 3,
  lags: [
    { view: 'search', entries: 7, seconds: 12.5 },
    { view: 'matching', entries: 0, seconds: 0 },
  ],
  deadLetters: [
    { view: 'search', count: 2 },
    { view: 'matching', count: 0 },
  ],
}

/** The lines of a scrape that hold values. */
async function scraped(registry: Registry): Promise<string[]> {
  return (await registry.metrics()).split('\n').filter((line) => line && !line.startsWith('#'))
}

describe('what is measured of the relay', () => {
  it('shows how it stands, read once for a scrape', async () => {
    const registry = new Registry()
    let reads = 0
    showRelay(registry, async () => {
      reads++
      return status
    })
    const expected = [
      'duijie_outbox_entries 3',
      'duijie_relay_lag_entries{view="search"} 7',
      'duijie_relay_lag_entries{view="matching"} 0',
      'duijie_relay_lag_seconds{view="search"} 12.5',
      'duijie_relay_lag_seconds{view="matching"} 0',
      'duijie_dead_letters{view="search"} 2',
      'duijie_dead_letters{view="matching"} 0',
    ]
    expect(await scraped(registry)).to.deep.equal(expected)
    expect(await scraped(registry)).to.deep.equal(expected)
    expect(reads).to.equal(2)
  })

  it('answers a scrape while the store is away', async () => {
    const registry = new Registry()
    let away = false
    showRelay(registry, async () => {
      if (away) throw new Unavailable('store')
      return status
    })
    const before = await scraped(registry)
    away = true
    expect(await scraped(registry)).to.deep.equal(before)
  })

  it('counts what is tried again and what is given up, and passes it on', async () => {
    const registry = new Registry()
    const told: string[] = []
    const observer = countingObserver(registry, {
      retrying: (part) => told.push(part),
      gaveUp: (view, { id }) => told.push(`${view} ${id}`),
    })
    observer.retrying('change-log', new Unavailable('store'))
    observer.retrying('search', new Unavailable('search'))
    observer.retrying('search', new Unavailable('search'))
    observer.gaveUp('search', { kind: 'need', id: 'n-1', error: new Error('no'), attempts: 3 })
    expect(told).to.deep.equal(['change-log', 'search', 'search', 'search n-1'])
    expect(await scraped(registry)).to.deep.equal([
      'duijie_relay_retries_total{part="change-log"} 1',
      'duijie_relay_retries_total{part="search"} 2',
      'duijie_relay_failures_total{view="search"} 1',
    ])
  })
})
