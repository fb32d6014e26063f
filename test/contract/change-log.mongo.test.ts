import { openTemporaryMongo } from '../platform/store/temporary-mongo.js'
import { mongoUrl } from '../setup.js'
import { changeLogContract } from './change-log.js'

if (mongoUrl) changeLogContract('mongodb', (collections) => openTemporaryMongo(collections))
