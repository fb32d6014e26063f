/**
 * One process of several that tells events and posts them, until it is killed. Takes the address of MongoDB, or the path
 * of a file.
 */
import { Registry } from 'prom-client'
import { createLinks } from '../../src/links/index.js'
import { createNotifications } from '../../src/notifications/index.js'
import { systemClock } from '../../src/platform/clock.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { Leases } from '../../src/platform/leases/index.js'
import { createLogger } from '../../src/platform/log.js'
import { openStore } from '../../src/platform/store/index.js'
import { createKeyRing } from '../../src/privacy/index.js'
import { regions, taxonomy } from '../feature-services.js'
import { accountsOf, plainSettings } from '../notifications/world.js'
import { crowd, noted } from './noted.js'

const [place = ''] = process.argv.slice(2)
const store = await openStore({
  ...(place.startsWith('mongodb') ? { mongoUrl: place, path: '' } : { mongoUrl: undefined, path: place }),
  collections: noted,
})
const clock = systemClock
const deps = { store, clock, ids: timeOrderedIds(clock), onCommitted: () => undefined }
const notifications = createNotifications({
  ...deps,
  leases: new Leases(deps),
  accounts: accountsOf(crowd),
  links: createLinks({ store, clock, purposes: [], stands: async () => true }),
  regions,
  taxonomy,
  secrets: createKeyRing([{ id: 'test', secret: Buffer.alloc(32, 7) }]),
  timeZone: 'Asia/Shanghai',
  log: createLogger('silent'),
  registry: new Registry(),
  settings: { ...plainSettings, trustedHosts: ['127.0.0.1'] },
  leaseMs: 400,
})
notifications.start()
process.stdout.write('telling\n')
setInterval(() => undefined, 60_000)
