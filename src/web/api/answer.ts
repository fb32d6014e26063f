import type { paths } from './schema.js'

/** What a route answers with when all goes well. */
export type AnswerOf<Path extends keyof paths, Method extends 'get' | 'post'> = paths[Path] extends {
  readonly [M in Method]: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never
