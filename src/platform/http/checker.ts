import type Joi from 'joi'
import type { FieldError } from '../errors.js'
import { quickCheck, unsure } from './quick-check.js'

/** What a schema makes of a value: the value as the schema leaves it, or what is wrong with it. */
export type Checked = { readonly value: unknown } | { readonly errors: readonly FieldError[] }
export type Checker = (value: unknown) => Checked

/** More wrong fields than a person corrects in one go; keeps an answer smaller than the request that caused it. */
const mostErrors = 100

const strict = { abortEarly: false, allowUnknown: false, errors: { render: false } } as const

/** Checks text from a URL: "20" becomes the number 20 where the schema wants one, and one value a list of one. */
export function textChecker(schema: Joi.Schema): Checker {
  return checkerOf(schema, { ...strict, convert: true }, 'url')
}

/** Checks a body: no value becomes another type, and a string is only normalised (see RouteSpec). */
export function bodyChecker(schema: Joi.Schema): Checker {
  return checkerOf(stringsConverting(schema), { ...strict, convert: false }, 'body')
}

function checkerOf(schema: Joi.Schema, options: Joi.ValidationOptions, root: string): Checker {
  const quick = quickCheck(schema)
  const required = schema.required().prefs(options)
  return (value) => {
    const sure = quick(value)
    if (sure !== unsure) return { value: sure }
    const { error, value: checked } = required.validate(value)
    if (!error) return { value: checked }
    return { errors: error.details.slice(0, mostErrors).map((detail) => fieldError(detail, root)) }
  }
}

function fieldError({ type, path, context }: Joi.ValidationErrorItem, root: string): FieldError {
  const params = paramsOf(context ?? {})
  return { field: fieldName(path) || root, code: type, ...(Object.keys(params).length ? { params } : {}) }
}

/** `coverage[0].region`, as people write it. */
function fieldName(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`
    return name ? `${name}.${key}` : key
  }, '')
}

/** What the text of a message may need; never the value itself, which the sender knows and nobody else should. */
const told = [
  'limit',
  'valids',
  'missing',
  'present',
  'peer',
  'main',
  'peers',
  'name',
  'multiple',
  'date',
  'dupePos',
]

function paramsOf(context: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const params: Record<string, string | number> = {}
  for (const name of told) {
    const value = context[name]
    if (typeof value === 'number' || typeof value === 'string') params[name] = value
    else if (Array.isArray(value)) params[name] = value.map(String).join('、')
  }
  return params
}

/** The walk over inner schemas with which joi itself implements `tailor`; its types leave it out. */
interface Walkable {
  $_modify(options: { each: (inner: Joi.Schema) => Joi.Schema; ref: false }): Joi.Schema & Walkable
  $_mutateRebuild(): Joi.Schema
}

/** The schema with conversion allowed in its strings, where it only trims, folds case and normalises. */
function stringsConverting(schema: Joi.Schema): Joi.Schema {
  const walked = (schema as Joi.Schema & Walkable).$_modify({ each: stringsConverting, ref: false })
  const rebuilt = walked === schema ? schema : walked.$_mutateRebuild()
  return schema.type === 'string' ? rebuilt.prefs({ convert: true }) : rebuilt
}
