import type { DoubleDocument } from './index-of-documents.js'
import { ApiRefusal } from './refusal.js'

export type Test = (document: DoubleDocument) => boolean

const string = '"(?:[^"\\\\]|\\\\.)*"'
const whole = new RegExp(`^([\\w.]+) (?:IN \\[((?:${string}(?:, )?)*)\\]|> (${string}))$`)

/** Expressions that must all hold: `attribute IN ["a", "b"]` and `attribute > "a"`, the only two that are spoken here. */
export function testOf(expressions: readonly string[], filterable: readonly string[]): Test {
  const tests = expressions.map((expression) => one(expression, filterable))
  return (document) => tests.every((test) => test(document))
}

function one(expression: string, filterable: readonly string[]): Test {
  const [, attribute = '', list, bound] = whole.exec(expression) ?? []
  if (!filterable.includes(attribute)) throw new ApiRefusal(400, 'invalid_search_filter')
  if (bound !== undefined) {
    const after = folded(unquoted(bound))
    return (document) => valuesOf(document, attribute).some((value) => folded(value) > after)
  }
  const wanted = new Set((list ?? '').match(new RegExp(string, 'g'))?.map((text) => folded(unquoted(text))))
  return (document) => valuesOf(document, attribute).some((value) => wanted.has(folded(value)))
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gsu, '$1')
}

/** The engine does not tell values apart by case, width or marks. */
export function folded(value: string): string {
  return value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The strings at a dotted path. */
export function valuesOf(document: DoubleDocument, path: string): string[] {
  let at: unknown = document
  for (const name of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[name]
  return [at].flat().filter((value) => typeof value === 'string')
}
