import type { Text2 } from '../platform/http/route.js'
import type { Stored } from '../platform/store/index.js'

/** What is filled in beside a choice: codes and whole numbers only, so that no link can carry personal data. */
export type LinkField =
  | { readonly name: string; readonly label: Text2; readonly options: readonly (Text2 & { value: string })[] }
  | { readonly name: string; readonly label: Text2; readonly min: number; readonly max: number }

/** One of the things a link may do; exactly one is done. */
export interface LinkChoice {
  readonly name: string
  /** What the button says. */
  readonly label: Text2
  readonly fields: readonly LinkField[]
}

export type LinkValues = Readonly<Record<string, string | number>>

/** Whose link it is: what is done through it is done as this account, with no more rights than it has. */
export interface LinkHolder {
  readonly id: string
  readonly role: string
  readonly region?: string
  readonly organization?: string
}

/** A link as it is kept: the token is nowhere, only its hash, which is the id. */
export interface Link extends Stored {
  readonly purpose: string
  /** Id of the record that it acts on. */
  readonly subject: string
  readonly holder: LinkHolder
  /** Fills `{count}` in the purpose's words, e.g. places stated. */
  readonly count?: number
  readonly createdAt: string
  /** ISO instant from which it does nothing. */
  readonly expiresAt: string
  readonly usedAt?: string
  readonly choice?: string
}

/** What the holder of a token may see: nothing about people or places. */
export interface ShownLink {
  readonly purpose: string
  readonly title: Text2
  readonly expiresAt: string
  readonly choices: readonly LinkChoice[]
}

export function isUsable({ usedAt, expiresAt }: Link, at: string): boolean {
  return usedAt === undefined && at < expiresAt
}
