import type { Need } from '../needs/index.js'
import type { Offering } from '../offerings/index.js'
import type { Organization } from '../organizations/index.js'
import type { Clock } from '../platform/clock.js'
import { type Actor, bulkSize, type Recorded } from '../platform/records/index.js'
import type { Filter, FindOptions } from '../platform/store/index.js'
import { agedTo } from './ageing.js'
import { type Demo, type DemoRecord, demoActor } from './load.js'

/** What of `Records` the demo needs. */
interface Bulk<T extends Recorded> {
  find(filter: Filter, options: FindOptions): Promise<T[]>
  /** `at` becomes the stamp of creation. */
  createMany(items: readonly DemoRecord<T>[], actor: Actor, action: string): Promise<T[]>
}

/** The services of the three; a demo record may have any state, so it goes past their drafts. */
export interface DemoServices {
  readonly organizations: { readonly records: Bulk<Organization> }
  readonly offerings: { readonly records: Bulk<Offering> }
  readonly needs: { readonly records: Bulk<Need> }
}

/**
 * Writes the demo into a store that holds none of the three yet; into any other nothing is written. Four transactions:
 * whoever kills the process between them empties the data folder before the next start.
 * @returns how many records were written
 */
export async function fillWithDemo(services: DemoServices, demo: Demo, clock: Clock): Promise<number> {
  const { organizations, offerings, needs } = services
  if (await holdsAny(organizations.records)) return 0
  if (await holdsAny(offerings.records)) return 0
  if (await holdsAny(needs.records)) return 0
  const aged = agedTo(demo, clock.now())
  return (
    (await write(organizations.records, aged.organizations)) +
    (await write(offerings.records, aged.offerings)) +
    (await write(needs.records, aged.needs))
  )
}

async function holdsAny<T extends Recorded>(records: Bulk<T>): Promise<boolean> {
  return (await records.find({}, { limit: 1 })).length > 0
}

async function write<T extends Recorded>(records: Bulk<T>, items: readonly DemoRecord<T>[]): Promise<number> {
  for (let from = 0; from < items.length; from += bulkSize) {
    await records.createMany(items.slice(from, from + bulkSize), demoActor, 'demo')
  }
  return items.length
}
