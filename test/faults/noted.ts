import { notificationCollections } from '../../src/notifications/index.js'
import type { Person } from '../notifications/world.js'
import { relayed } from '../relayed.js'

/** What the processes that tell events keep. */
export const noted = [...notificationCollections, ...relayed]

/** Those who hear of everything; more than one page of readers. */
export const crowd = Array.from(
  { length: 450 },
  (_, i): Person => ({ id: `u-${String(i).padStart(4, '0')}`, role: 'org-worker', organization: 'o-1' }),
)
