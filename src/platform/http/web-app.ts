import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Express, RequestHandler } from 'express'
import { serveAssets } from './assets.js'
import { exchangeOf } from './exchange.js'

/** Stands in the built page wherever a nonce belongs. */
const nonceMark = '__NONCE__'
/** Stands where the page says whether it is worth asking who is signed in. */
const sessionMark = '__SESSION__'

export interface WebApp {
  /** Where it was built. */
  readonly folder: string
  /** First words of the paths that it finds its way by itself, e.g. `district`. */
  readonly places: readonly string[]
  /** Whether the cookies of a request may be those of somebody who is signed in. */
  readonly isVisited: (cookies: string | undefined) => boolean
}

/** Whether a browser application has been built into this folder. */
export function hasWebApp(folder: string): boolean {
  return existsSync(join(folder, 'index.html'))
}

/**
 * Serves the built browser application: what is under /assets never changes and may be kept for ever; its page is the
 * answer at each of its places.
 */
export function addWebApp(app: Express, { folder, places, isVisited }: WebApp): void {
  app.use(serveAssets(folder))
  const page = pageOf(readFileSync(join(folder, 'index.html'), 'utf8'), isVisited)
  app.get('/', page)
  for (const place of places) app.get([`/${place}`, `/${place}/{*rest}`], page)
}

/** A page with a nonce of its own: styles that the application makes carry it, and nothing else may be inline. */
function pageOf(template: string, isVisited: WebApp['isVisited']): RequestHandler {
  return (request, response) => {
    const exchange = exchangeOf(response)
    exchange.route = 'page'
    const nonce = randomBytes(16).toString('base64')
    exchange.send({
      status: 200,
      text: template
        .replaceAll(nonceMark, nonce)
        .replaceAll(sessionMark, isVisited(request.headers.cookie) ? 'maybe' : 'none'),
      type: 'text/html; charset=utf-8',
      contentPolicy: policy(nonce),
      headers: ['cache-control', 'no-store'],
    })
  }
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
