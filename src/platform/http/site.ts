import { createHash } from 'node:crypto'
import type { Express, RequestHandler } from 'express'
import { docsPage } from './docs-page.js'
import { exchangeOf } from './exchange.js'
import { homePage } from './home-page.js'
import type { OpenApiDocument } from './openapi-document.js'
import { problems } from './problem-catalogue.js'
import { Refusal } from './refusal.js'
import { styleSheet } from './style.js'

const htmlType = 'text/html; charset=utf-8'

/** What is there beside the API: the page at /, /docs, /openapi.json. All of it is made once, at the start. */
export function addSite(app: Express, document: OpenApiDocument): void {
  app.get('/', constant('/', homePage(document.info.version), htmlType))
  app.get('/docs', constant('/docs', docsPage(document), htmlType))
  app.get('/style.css', constant('/style.css', styleSheet, 'text/css; charset=utf-8'))
  app.get(
    '/openapi.json',
    constant('/openapi.json', JSON.stringify(document), 'application/json; charset=utf-8'),
  )
  app.get('/problems/:code', (request, response) => {
    const { code } = request.params
    if (!Object.hasOwn(problems, code)) throw new Refusal('path.unknown')
    const exchange = exchangeOf(response)
    exchange.route = '/problems/{code}'
    exchange.send({ status: 303, headers: ['location', `/docs#problem-${code}`] })
  })
}

function constant(route: string, text: string, type: string): RequestHandler {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 20)}"`
  const headers = ['etag', etag, 'cache-control', 'no-cache']
  return (request, response) => {
    const exchange = exchangeOf(response)
    exchange.route = route
    const fresh = request.headers['if-none-match'] === etag
    exchange.send(fresh ? { status: 304, headers } : { status: 200, text, type, headers })
  }
}
