import type { DocumentStore } from '../platform/store/index.js'
import { type Miscount, miscounts } from '../referrals/index.js'

/** What is kept as a total and must equal a recount; each check gives a line for whatever does not hold. */
const checks: readonly ((store: DocumentStore) => Promise<string[]>)[] = [
  async (store) => (await miscounts(store)).map(lineOf),
]

/** Reads everything that totals are made of. */
export async function brokenInvariants(store: DocumentStore): Promise<string[]> {
  const lines: string[] = []
  for (const check of checks) lines.push(...(await check(store)))
  return lines
}

function lineOf({ kind, id, kept, counted }: Miscount): string {
  return `${kind} ${id}: kept ${JSON.stringify(kept)}, counted ${JSON.stringify(counted)}`
}
