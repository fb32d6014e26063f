import { openTemporarySqlite } from '../platform/store/temporary-sqlite.js'
import { changeLogContract } from './change-log.js'

changeLogContract('sqlite', openTemporarySqlite)
