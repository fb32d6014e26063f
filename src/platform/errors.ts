/** One wrong field of an input: where it is, a code from the catalogue in platform/http/messages.ts, and values for its text. */
export interface FieldError {
  readonly field: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** The thing asked for is not there, or the asker may not know that it is. */
export class NotFound extends Error {
  constructor(
    readonly kind: string,
    readonly id: string,
  ) {
    super(`${kind} ${id} not found`)
  }
}

/** Somebody else changed it first, or a unique key is taken; `code` says which, `field` names the key. */
export class Conflict extends Error {
  constructor(
    readonly code:
      | 'revision.stale'
      | 'key.taken'
      | 'state.refused'
      | 'need.taken'
      | 'capacity.full'
      | 'idempotency.reused',
    readonly detail: string,
    readonly field?: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options)
  }
}

/**
 * Who asks is not known, or not well enough: nobody has signed in, what was given is wrong or has run out, or something
 * must be done first. The same answer whether the account exists or not.
 */
export class Unauthenticated extends Error {
  constructor(
    readonly code:
      | 'signIn.needed'
      | 'signIn.failed'
      | 'signIn.throttled'
      | 'signIn.secondFactor'
      | 'password.change'
      | 'secondFactor.needed'
      | 'csrf.missing',
    readonly retryAfterSeconds?: number,
  ) {
    super(code)
  }
}

/** The actor is known and may not do this. */
export class Forbidden extends Error {
  constructor(readonly action: string) {
    super(`not allowed: ${action}`)
  }
}

/** The input is wrong; every wrong field is named at once. */
export class Invalid extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map((e) => `${e.field}: ${e.code}`).join('; '))
  }
}

/** An engine is away for now; trying again later may work. */
export class Unavailable extends Error {
  constructor(
    readonly engine: string,
    options?: ErrorOptions,
  ) {
    super(`${engine} is not available`, options)
  }
}

/** An engine took what it was given and will not do it, now or later; `code` is the engine's own word for why. */
export class Rejected extends Error {
  constructor(
    readonly engine: string,
    readonly code: string,
  ) {
    super(`${engine} rejected it: ${code}`)
  }
}

/** An encrypted part cannot be read: its key is not at hand, or it was changed or moved since it was written. */
export class Unreadable extends Error {
  constructor(
    readonly code: 'unknown-key' | 'tampered',
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options)
  }
}
