import type { Job } from '../jobs/index.js'
import type { Logger } from '../log.js'
import { differences, type SearchIndex } from '../search/index.js'
import type { DocumentStore } from '../store/index.js'
import type { Recorded, SearchableKind } from './model.js'

export interface IntegrityJobDeps {
  readonly store: DocumentStore
  readonly search: SearchIndex
  readonly kinds: readonly SearchableKind<Recorded>[]
  readonly log: Logger
}

/** Of each kind so many differences are looked at; more make the finding no clearer. */
const mostDifferences = 1_000
const mostLogged = 20

/** Reads everything once a night and says what is wrong; `duijie doctor --repair` mends the search index. */
export function integrityJob({ store, search, kinds, log }: IntegrityJobDeps): Job {
  async function differing(kind: SearchableKind<Recorded>, signal: AbortSignal): Promise<Set<string>> {
    const found = new Set<string>()
    const compared = differences(store.scan(kind.collection), search.contents(kind.search))
    for await (const { id, kind: how } of compared) {
      signal.throwIfAborted()
      found.add(`${id} ${how}`)
      if (found.size === mostDifferences) break
    }
    return found
  }

  /** What differs twice: what somebody writes meanwhile differs once. */
  async function drift(kind: SearchableKind<Recorded>, signal: AbortSignal): Promise<string[]> {
    const before = await differing(kind, signal)
    if (!before.size) return []
    return [...(await differing(kind, signal))].filter((difference) => before.has(difference))
  }

  async function checkSearch(signal: AbortSignal): Promise<number> {
    let drifted = 0
    for (const kind of kinds) {
      const found = await drift(kind, signal)
      drifted += found.length
      const line = { kind: kind.name, drifted: found.length, ids: found.slice(0, mostLogged) }
      if (found.length) log.warn(line, 'the search index does not agree with the store')
    }
    return drifted
  }

  return {
    name: 'check-integrity',
    summary: {
      zh: '检查数据文件，并核对搜索索引与数据',
      en: 'Check the store, and whether the search index agrees with it',
    },
    schedule: '30 3 * * *',
    async run({ signal }) {
      const { problems } = await store.health({ deep: true })
      if (problems.length) log.warn({ problems: problems.slice(0, mostLogged) }, 'the store is damaged')
      const drifted = await checkSearch(signal)
      const error = problems.length ? 'store-damaged' : drifted ? 'search-drifted' : undefined
      return { counts: { problems: problems.length, drifted }, ...(error ? { error } : {}) }
    },
  }
}
