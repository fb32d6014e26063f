import type { ApiPart } from '../http/api-part.js'
import { createDeadLetters } from './dead-letters.js'
import { relayMessages } from './messages.js'
import { deadLetterRoutes } from './routes.js'

export { newestSequence, stepsAfter, trim } from './change-log.js'
export { changeLog, deadLetters, relayCursors } from './collections.js'
export { createDeadLetters } from './dead-letters.js'
export type { Follower } from './follower.js'
export { LeasedLoop } from './leased-loop.js'
export { relayMessages } from './messages.js'
export { countingObserver, showRelay } from './metrics.js'
export { beginning, type ChangeLogEntry, mergedChanges, nextSequence, type RelayCursor } from './model.js'
export type { MemoryProjection } from './projection.js'
export { mend, refill } from './rebuild.js'
export { Relay } from './relay.js'

export { SearchFilling } from './search-filling.js'
export { trimJob } from './trim-job.js'

export function deadLetterApi(
  deps: Parameters<typeof createDeadLetters>[0],
  kinds: readonly { readonly name: string }[],
): ApiPart {
  const letters = createDeadLetters(deps)
  return {
    routes: deadLetterRoutes(
      letters,
      kinds.map(({ name }) => name),
    ),
    tags: { 'dead-letters': { zh: '死信', en: 'Dead letters' } },
    messages: relayMessages,
  }
}
