/** Writes one document after the other and prints each id once its write is acknowledged, until it is killed. */
import { openSqliteStore } from '../../../src/platform/store/index.js'
import { aNote, Notes } from '../../contract/document-model.js'

const store = await openSqliteStore({ path: process.argv[2] ?? '', collections: [Notes] })
for (let i = 0; ; i++) {
  const id = `n${String(i).padStart(7, '0')}`
  await store.transaction(async (tx) => {
    await tx.insert(Notes, aNote(id, { tags: ['a'] }))
    await tx.insert(Notes, aNote(`${id}-twin`))
  })
  process.stdout.write(`${id}\n`)
}
