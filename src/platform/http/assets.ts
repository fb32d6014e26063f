import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { RequestHandler } from 'express'
import { accepts, type Coding } from './coding.js'
import { exchangeOf } from './exchange.js'

/** What a built application is made of, by the endings of its files. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** As the build lays them beside a file, the better first. */
const codings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

interface Asset {
  readonly type: string
  readonly etag: string
  readonly plain: Buffer
  readonly coded: readonly { readonly name: Coding; readonly bytes: Buffer }[]
}

/**
 * Serves the files of a folder as they were at the start, a few megabytes from memory: a build beside the running server
 * takes nothing away under it. Names under `assets` hold a hash of the content and may be kept for ever.
 */
export function serveAssets(folder: string): RequestHandler {
  const assets = readAssets(folder)
  return (request, response, next) => {
    const asset = request.method === 'GET' || request.method === 'HEAD' ? assets.get(request.path) : undefined
    if (!asset) return next()
    const exchange = exchangeOf(response)
    exchange.route = 'asset'
    const lifetime = request.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers = ['etag', asset.etag, 'cache-control', lifetime, 'vary', 'accept-encoding']
    if (request.headers['if-none-match'] === asset.etag) return exchange.send({ status: 304, headers })
    const coded = asset.coded.find(({ name }) => accepts(request, name))
    if (coded) headers.push('content-encoding', coded.name)
    exchange.send({ status: 200, type: asset.type, headers }, coded?.bytes ?? asset.plain)
  }
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)]
    if (type === undefined) continue
    const path = join(folder, name)
    const plain = readFileSync(path)
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`
    const coded = codings
      .filter(({ ending }) => existsSync(path + ending))
      .map((coding) => ({ name: coding.name, bytes: readFileSync(path + coding.ending) }))
    assets.set(`/${name.replaceAll('\\', '/')}`, { type, etag, plain, coded })
  }
  return assets
}
