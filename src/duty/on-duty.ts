import { accountKind } from '../access/index.js'
import type { Reader } from '../platform/store/index.js'
import { dutyTurns } from './collection.js'

/** More turns at once are a mistake, and everybody is told then. */
const mostAtOnce = 100

/**
 * Who is on duty for a region at an instant, by account; empty where nobody stands in the roster, or nobody who does may
 * sign in any more: then all of its staff are.
 * @param region a street or the district itself, no wider or narrower one
 */
export async function onDuty(
  reader: Pick<Reader, 'find' | 'getMany'>,
  region: string,
  at: string,
): Promise<string[]> {
  const page = { sort: { field: 'to', direction: 'asc' }, limit: mostAtOnce } as const
  const turns = (await reader.find(dutyTurns, { region, to: { $gt: at } }, page)).filter(
    ({ from }) => from <= at,
  )
  if (!turns.length) return []
  const ids = [...new Set(turns.map(({ accountId }) => accountId))]
  const accounts = await reader.getMany(accountKind.collection, ids)
  return accounts.filter(({ state }) => state === 'active').map(({ id }) => id)
}
