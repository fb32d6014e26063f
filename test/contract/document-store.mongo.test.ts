import { openTemporaryMongo } from '../platform/store/temporary-mongo.js'
import { mongoUrl } from '../setup.js'
import { documentStoreContract } from './document-store.js'

if (mongoUrl) documentStoreContract('mongodb', (collections) => openTemporaryMongo(collections))
else console.info('left out: the suites of MongoDB, for MONGO_URL is not set')
