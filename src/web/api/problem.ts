import i18next from 'i18next'
import type { components } from './schema.js'

type ProblemDocument = components['schemas']['Problem']

/** What the server refused, in the reader's language; `status` 0 when it could not be reached at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly document: ProblemDocument | undefined,
  ) {
    super(document?.detail ?? i18next.t(status === 0 ? 'problem.unreachable' : 'problem.title'))
  }

  static async of(answer: Response): Promise<Problem> {
    const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json')
    return new Problem(answer.status, isProblem ? ((await answer.json()) as ProblemDocument) : undefined)
  }

  get code(): string {
    return this.document?.type.replace('/problems/', '') ?? 'unreachable'
  }

  /** What is wrong with one field, where the server named it. */
  about(field: string): string | undefined {
    return this.document?.errors?.find((error) => error.field === field)?.message
  }
}
