import { createHash } from 'node:crypto'
import type { AuditEntry } from '../platform/records/index.js'
import type { Stored } from '../platform/store/index.js'

/** What a seal says of one entry. */
export interface SealedEntry {
  readonly id: string
  /** Of all that the entry says; empty when the entry was gone before it could be sealed. */
  readonly digest: string
}

/**
 * One link of the chain over the audit trail. The id is its number, from 1, in twelve digits. Nothing of it can be changed,
 * left out or put elsewhere without changing its own hash or that of the next.
 */
export interface Seal extends Stored {
  /** ISO instant. */
  readonly at: string
  /** The last step of the change log whose entries are sealed. */
  readonly step: string
  readonly entries: readonly SealedEntry[]
  /** SHA-256 in hexadecimal, over the hash before and all of the above. */
  readonly hash: string
}

/** What tells a whole chain from one whose end was cut off, kept where nobody can change both: a seal and its hash. */
export interface Anchor {
  readonly number: number
  readonly hash: string
}

/** Stands for the hash before the first seal. */
export const origin = '0'.repeat(64)

/** @param previous hash of the seal before, or `origin` */
export function hashOf(previous: string, { id, at, step, entries }: Omit<Seal, 'hash' | 'revision'>): string {
  return sha256(
    JSON.stringify([previous, id, at, step, entries.map((entry) => [entry.id, entry.digest])]),
  ).digest('hex')
}

/** Of what an entry says, in whatever order a store keeps its fields. */
export function digestOf(entry: AuditEntry): string {
  const fields = Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256(JSON.stringify(fields)).digest('base64url')
}

export function sealNumber({ id }: Pick<Seal, 'id'>): number {
  return Number(id)
}

function sha256(text: string) {
  return createHash('sha256').update(text)
}
