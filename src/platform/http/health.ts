import type { Express } from 'express'
import { type Exchange, exchangeOf } from './exchange.js'
import type { Gate } from './gate.js'
import type { HttpMetrics } from './metrics.js'

/** Something that requests need: the store, the index. */
export interface ReadinessCheck {
  readonly name: string
  /** Whether requests make sense without it, only worse. */
  readonly isOptional?: boolean
  /** Throws or rejects when it does not answer. */
  check(): Promise<unknown>
}

/** A check that takes longer has failed: whoever asks waits for few seconds only. */
const checkTimeoutMs = 2_000
const noStore = ['cache-control', 'no-store']

/** What reading the measurements from elsewhere takes. */
const watching = 'operations.read'

/** Whether it comes from this machine and was not passed on by a proxy. */
export function isFromHere({ request: { socket, headers } }: Exchange): boolean {
  const isLoopback = /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
  return isLoopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

/** /healthz (the process lives), /readyz (what it needs answers), /metrics (for Prometheus: on this machine, or who may watch). */
export function addHealth(
  app: Express,
  checks: readonly ReadinessCheck[],
  metrics: HttpMetrics,
  gate: Gate,
): void {
  app.get('/healthz', (_request, response) => {
    const exchange = exchangeOf(response)
    exchange.route = '/healthz'
    exchange.send({ status: 200, text: '{"status":"ok"}', headers: noStore })
  })
  app.get('/readyz', async (_request, response) => {
    const exchange = exchangeOf(response)
    exchange.route = '/readyz'
    const results = await Promise.all(checks.map(answers))
    const states = checks.map(({ name, isOptional }, i) => [
      name,
      results[i] ? 'ok' : isOptional ? 'degraded' : 'away',
    ])
    const ready = states.every(([, state]) => state !== 'away')
    exchange.send({
      status: ready ? 200 : 503,
      text: JSON.stringify({ status: ready ? 'ok' : 'away', checks: Object.fromEntries(states) }),
      headers: ready ? noStore : [...noStore, 'retry-after', '5'],
    })
  })
  app.get('/metrics', async (_request, response) => {
    const exchange = exchangeOf(response)
    exchange.route = '/metrics'
    if (!isFromHere(exchange)) await gate.admit(exchange, watching)
    const text = await metrics.registry.metrics()
    exchange.send({ status: 200, text, type: metrics.registry.contentType, headers: noStore })
  })
}

async function answers(readiness: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, checkTimeoutMs, false)
  })
  const result = await Promise.race([passes(readiness), tooLate])
  clearTimeout(timer)
  return result
}

async function passes(readiness: ReadinessCheck): Promise<boolean> {
  try {
    await readiness.check()
    return true
  } catch {
    return false
  }
}
