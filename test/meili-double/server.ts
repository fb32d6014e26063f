import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type DoubleDocument,
  type DoubleSettings,
  type FetchAsked,
  IndexOfDocuments,
  picked,
  type Scored,
  type SearchAsked,
} from './index-of-documents.js'
import { ApiRefusal } from './refusal.js'
import { Tasks } from './tasks.js'

interface PageAsked extends SearchAsked {
  readonly page: number
  readonly hitsPerPage: number
  readonly attributesToRetrieve: readonly string[]
}

interface FederatedAsked {
  readonly federation: Pick<PageAsked, 'page' | 'hitsPerPage'> & { facetsByIndex: Record<string, string[]> }
  readonly queries: readonly (PageAsked & {
    readonly indexUid: string
    readonly federationOptions: { readonly weight: number }
  })[]
}

/**
 * A stand-in for a Meilisearch server: the part of its HTTP API that the adapter speaks, over a real socket, with tasks
 * that finish after the answer. docs/engines.md says what it does not do.
 */
export class MeiliDouble {
  readonly key = 'a-key-for-tests'
  readonly tasks = new Tasks()
  readonly indexes = new Map<string, IndexOfDocuments>()
  /** Requests as they came: `POST /indexes/x/search`. */
  readonly asked: string[] = []
  #server: Server | undefined
  #port = 0

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Listens; on the port it had before when it was stopped. */
  async start(): Promise<this> {
    const server = createServer((request, response) => {
      this.#answer(request).then(
        ({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json' })
          response.end(JSON.stringify(body))
        },
        (error: unknown) => response.destroy(error as Error),
      )
    })
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
    return this
  }

  /** Away at once, connections cut; what it has it keeps. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (!server) return
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const path = (request.url ?? '').split('?')[0] ?? ''
    this.asked.push(`${request.method} ${path}`)
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    try {
      if (path === '/health') return { status: 200, body: { status: 'available' } }
      this.#authorize(request.headers.authorization)
      const body = this.#route(request.method ?? '', path.slice(1).split('/'), parsed(text))
      return { status: isTask(body) ? 202 : 200, body }
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error
      return { status: error.status, body: error.body }
    }
  }

  #authorize(authorization: string | undefined): void {
    if (authorization === undefined) throw new ApiRefusal(401, 'missing_authorization_header', 'auth')
    if (authorization !== `Bearer ${this.key}`) throw new ApiRefusal(403, 'invalid_api_key', 'auth')
  }

  #route(method: string, [area, uid = '', part = '', detail = '']: string[], body: unknown): unknown {
    switch (`${method} ${area}/${part && [part, detail].filter(Boolean).join('/')}`) {
      case 'GET tasks/':
        return this.tasks.get(Number(uid))
      case 'POST indexes/':
        return this.#create((body as { uid: string }).uid)
      case 'GET indexes/':
        return uid ? { uid, primaryKey: this.#index(uid) && 'id' } : this.#list()
      case 'DELETE indexes/':
        return this.#remove(uid)
      case 'POST swap-indexes/':
        return this.#swap(body as { indexes: [string, string]; rename: boolean }[])
      case 'POST multi-search/':
        return this.#searchMany(body as FederatedAsked)
      case 'GET indexes/settings':
        return this.#index(uid).settings
      case 'GET indexes/settings/searchable-attributes':
        return this.#index(uid).settings.searchableAttributes
      case 'PATCH indexes/settings':
        return this.tasks.add('settingsUpdate', uid, () =>
          this.#made(uid).change(body as Partial<DoubleSettings>),
        )
      case 'POST indexes/documents':
        return this.tasks.add('documentAdditionOrUpdate', uid, () =>
          this.#made(uid).add(body as DoubleDocument[]),
        )
      case 'POST indexes/documents/fetch':
        return this.#index(uid).fetch(body as FetchAsked)
      case 'POST indexes/documents/delete-batch':
        return this.tasks.add('documentDeletion', uid, () => {
          for (const id of body as string[]) this.#index(uid).documents.delete(id)
        })
      case 'POST indexes/search':
        return this.#search(uid, body as PageAsked)
      default:
        throw new ApiRefusal(404, 'not_found')
    }
  }

  #create(uid: string): unknown {
    return this.tasks.add('indexCreation', uid, () => {
      if (this.indexes.has(uid)) throw new ApiRefusal(409, 'index_already_exists')
      this.#made(uid)
    })
  }

  #remove(uid: string): unknown {
    return this.tasks.add('indexDeletion', uid, () => {
      this.#index(uid)
      this.indexes.delete(uid)
    })
  }

  #list(): unknown {
    const results = [...this.indexes.keys()].map((uid) => ({ uid, primaryKey: 'id' }))
    return { results, total: results.length, offset: 0, limit: results.length }
  }

  #swap([swap]: { indexes: [string, string]; rename: boolean }[]): unknown {
    return this.tasks.add('indexSwap', null, () => {
      const [a, b] = swap?.indexes ?? ['', '']
      const first = this.#index(a)
      const second = swap?.rename ? undefined : this.#index(b)
      this.indexes.set(b, first)
      if (second) this.indexes.set(a, second)
      else this.indexes.delete(a)
    })
  }

  #search(uid: string, asked: PageAsked): unknown {
    const index = this.#index(uid)
    const found = index.find(asked)
    return {
      ...pageOf(found, asked, asked.attributesToRetrieve),
      facetDistribution: index.count(found.keys(), asked.facets ?? []),
    }
  }

  /** Each document once, with the best of its weighted scores. */
  #searchMany({ federation, queries }: FederatedAsked): unknown {
    const [uid = '', facets = []] = Object.entries(federation.facetsByIndex)[0] ?? []
    const index = this.#index(uid)
    const best: Scored = new Map()
    for (const query of queries) {
      for (const [document, score] of index.find(query)) {
        const weighted = score * query.federationOptions.weight
        if (weighted > (best.get(document) ?? 0)) best.set(document, weighted)
      }
    }
    const fields = queries[0]?.attributesToRetrieve ?? []
    return { ...pageOf(best, federation, fields), facetDistribution: index.count(best.keys(), facets) }
  }

  #index(uid: string): IndexOfDocuments {
    const index = this.indexes.get(uid)
    if (!index) throw new ApiRefusal(404, 'index_not_found')
    return index
  }

  /** As the server does, an index is made by whatever is written into it. */
  #made(uid: string): IndexOfDocuments {
    const index = this.indexes.get(uid) ?? new IndexOfDocuments()
    this.indexes.set(uid, index)
    return index
  }
}

function pageOf(
  found: Scored,
  { page, hitsPerPage }: Pick<PageAsked, 'page' | 'hitsPerPage'>,
  fields: readonly string[],
) {
  const ranked = [...found].sort(([a, one], [b, other]) => other - one || (a.id < b.id ? 1 : -1))
  const hits = ranked
    .slice((page - 1) * hitsPerPage, page * hitsPerPage)
    .map(([document, score]) => ({ ...picked(document, fields), _rankingScore: score }))
  return { hits, page, hitsPerPage, totalHits: found.size, totalPages: Math.ceil(found.size / hitsPerPage) }
}

function parsed(text: string): unknown {
  if (!text) return undefined
  // Half a pair of surrogates is no JSON for the server.
  if (/\\ud[89a-f]/i.test(text.replace(/\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}/gi, '')))
    throw new ApiRefusal(400, 'malformed_payload')
  return JSON.parse(text)
}

function isTask(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'taskUid' in body
}
