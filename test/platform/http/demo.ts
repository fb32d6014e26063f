import { Idempotency, idempotencyKeys } from '../../../src/platform/http/idempotency.js'
import type { HttpAppOptions } from '../../../src/platform/http/server.js'
import type { DocumentStore } from '../../../src/platform/store/index.js'
import type { Engine } from '../../each-store.js'
import { type HttpClient, serve, testApp } from '../../http-client.js'
import { demoRoutes, notes } from './demo-api.js'

export const aNote = { title: '独居老人午餐', count: 3, tags: ['red'], at: '2026-03-01' }

export interface Demo {
  readonly http: HttpClient
  readonly store: DocumentStore
  readonly clock: { now(): Date; at: Date }
}

/** Serves the demo API on an empty store, at a time that stands still until the test moves it. */
export async function demo(engine: Engine, options: Partial<HttpAppOptions> = {}): Promise<Demo> {
  const store = await engine.open([notes, idempotencyKeys])
  const clock = { at: new Date('2026-03-01T08:00:00Z'), now: () => clock.at }
  const idempotency = new Idempotency({ store, clock })
  const http = await serve(testApp({ routes: demoRoutes(store), idempotency, ...options }))
  return { http, store, clock }
}
