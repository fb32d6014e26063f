/** Copies a store as `duijie migrate-store` does and dies without a word after so many batches. Arguments: from, to, batches. */

import { migrateStore } from '../../src/cli/migrate-store.js'

const [from = '', to = '', batches = '1'] = process.argv.slice(2)
let seen = 0
await migrateStore(from, to, {
  batchSize: 100,
  onProgress() {
    if (++seen === Number(batches)) process.kill(process.pid, 'SIGKILL')
  },
})
