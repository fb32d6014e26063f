import type { ProblemCode } from './problem-catalogue.js'

/**
 * What HTTP itself refuses before a feature hears of it: a wrong method, a body too large, a missing If-Match.
 * Only platform/http throws it; features use platform/errors.ts.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code)
  }
}
