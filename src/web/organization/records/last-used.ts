import type { WorkKind } from './work.js'

/** What somebody enters again and again; none of it says whom it was done for. */
export interface LastUsed {
  readonly kind: WorkKind
  readonly region?: string
  readonly category?: string
}

const keyOf = (account: string) => `duijie.record.${account}`

export function lastUsed(account: string): LastUsed {
  const kept = localStorage.getItem(keyOf(account))
  return kept === null ? { kind: 'visit' } : (JSON.parse(kept) as LastUsed)
}

export function keepLastUsed(account: string, used: LastUsed): void {
  localStorage.setItem(keyOf(account), JSON.stringify(used))
}
