import { openTemporarySqlite } from '../platform/store/temporary-sqlite.js'
import { documentStoreContract } from './document-store.js'

documentStoreContract('sqlite', (collections) => openTemporarySqlite(collections))
