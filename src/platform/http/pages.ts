import { parse } from 'node:querystring'
import type { Express, Request, RequestHandler } from 'express'
import { readForm } from './body.js'
import { exchangeOf } from './exchange.js'
import { limitRate } from './rate-limit.js'
import type { Language } from './route.js'
import { forbiddenKeys, queryOf } from './url.js'

/** What a page is given. */
export interface PageInput {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  /** The fields of a form that was sent; of a name that comes twice the first. */
  readonly form: Readonly<Record<string, string>>
  readonly language: Language
}

export interface PageAnswer {
  readonly status: number
  /** A whole page, as `page` makes it. */
  readonly html?: string
  /** Where the reader is sent on to. */
  readonly location?: string
}

/** A page for people beside the API, e.g. `/l/{token}`. */
export interface Page {
  readonly path: string
  /** Requests a minute from one address, over all methods; > 0. */
  readonly perMinute: number
  get(input: PageInput): Promise<PageAnswer> | PageAnswer
  post?(input: PageInput): Promise<PageAnswer>
}

/** Bytes of a form. */
const formLimit = 4096

/** Nothing of these pages is kept by caches, shown to other sites or found by search engines. */
const headers = ['cache-control', 'no-store', 'x-robots-tag', 'noindex, nofollow']

/** @param isLimited whether anything limits rates */
export function addPages(app: Express, pages: readonly Page[], isLimited: boolean): void {
  for (const page of pages) {
    const line = app.route(page.path.replace(/\{(\w+)\}/g, ':$1'))
    if (isLimited) line.all(limited(page.perMinute))
    line.get(handler(page, (input) => page.get(input)))
    const { post } = page
    if (post)
      line.post(handler(page, async (input, request) => post({ ...input, form: await formOf(request) })))
  }
}

function limited(perMinute: number): RequestHandler {
  const limit = limitRate(perMinute, 'page')
  return async (_request, response, next) => {
    await limit.countAddress(exchangeOf(response))
    next()
  }
}

function handler(
  { path }: Page,
  run: (input: PageInput, request: Request) => Promise<PageAnswer> | PageAnswer,
): RequestHandler {
  return async (request, response) => {
    const exchange = exchangeOf(response)
    exchange.route = path
    const params = request.params as Record<string, string>
    const input = { params, query: queryOf(exchange.url), form: {}, language: exchange.language }
    const { status, html, location } = await run(input, request)
    exchange.send({
      status,
      ...(html === undefined ? {} : { text: html, type: 'text/html; charset=utf-8' }),
      headers: location === undefined ? headers : [...headers, 'location', location],
    })
  }
}

async function formOf(request: Request): Promise<Record<string, string>> {
  const fields = parse((await readForm(request, formLimit)).toString('utf8'), '&', '=', { maxKeys: 50 })
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !forbiddenKeys.has(name))
      .map(([name, value]) => [name, (Array.isArray(value) ? value[0] : value) ?? '']),
  )
}
