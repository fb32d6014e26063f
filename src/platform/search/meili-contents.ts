import { afterFilter } from './meili-query.js'
import type { MeiliServer } from './meili-server.js'

const pageLength = 1_000

interface Version {
  readonly id: string
  readonly revision: number
}

/** Id and revision of all documents of an index in id order. */
export async function* contentsOf(
  server: MeiliServer,
  uid: string,
): AsyncGenerator<readonly Version[], void> {
  for (let after = ''; ; ) {
    const asked = {
      filter: afterFilter(after),
      sort: ['id:asc'],
      fields: ['id', 'revision'] as const,
      limit: pageLength,
    }
    const { results } = await server.ask((client) =>
      client
        .index(uid)
        .getDocuments<{ id: string; revision: number }>({ ...asked, fields: [...asked.fields] }),
    )
    if (results.length) yield results
    if (results.length < pageLength) return
    after = results.at(-1)?.id ?? ''
  }
}
