import type { JsonSchema, SchemaComponents } from './json-schema.js'

/** One line of a table of fields. */
export interface FieldRow {
  readonly name: string
  readonly required: boolean
  /** Type and limits in short: `string 4…2000`. */
  readonly rule: string
  readonly description: string
  /** As JSON; empty where none is given. */
  readonly example: string
}

interface Field extends JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly items?: Field
  readonly properties?: Readonly<Record<string, Field>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Field[]
  readonly description?: string
  readonly examples?: readonly unknown[]
}

/** The fields of an object schema, inner ones by dotted name (`beneficiaries.count`, `calendar[].day`). */
export function fieldRows(schema: JsonSchema, components: SchemaComponents): FieldRow[] {
  return rowsOf(schema, components, '', [])
}

/** @param within the references on the way here: a tree refers to itself and would never end */
function rowsOf(
  schema: Field,
  components: SchemaComponents,
  before: string,
  within: readonly string[],
): FieldRow[] {
  const { properties = {}, required = [] } = resolved(schema, components)
  return Object.entries(properties).flatMap(([key, reference]) => {
    const name = before + key
    const field = resolved(reference, components)
    const list = field.items !== undefined
    const example = field.examples?.length ? JSON.stringify(field.examples[0]) : ''
    const isRequired = required.includes(key)
    const row = {
      name,
      required: isRequired,
      rule: ruleOf(field),
      description: field.description ?? '',
      example,
    }
    const target = field.items ?? reference
    if (target.$ref !== undefined && within.includes(target.$ref)) return [row]
    const path = target.$ref === undefined ? within : [...within, target.$ref]
    return [row, ...rowsOf(target, components, `${name}${list ? '[]' : ''}.`, path)]
  })
}

function resolved(field: Field, components: SchemaComponents): Field {
  const name = field.$ref?.split('/').at(-1)
  return name === undefined ? field : (components[name] ?? field)
}

function ruleOf(field: Field): string {
  if (field.enum) return field.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (field.anyOf) return field.anyOf.map(ruleOf).filter(Boolean).join(' | ')
  const type = typeof field.type === 'string' ? field.type : (field.type ?? ['any']).join(' | ')
  const parts = [
    field.items ? `${type}<${ruleOf(field.items)}>` : type,
    range(field.minimum ?? field.exclusiveMinimum, field.maximum ?? field.exclusiveMaximum),
    field.pattern === undefined || field.maxLength !== undefined
      ? range(field.minLength, field.maxLength)
      : '',
    range(field.minItems, field.maxItems),
    field.pattern === undefined ? '' : String(field.pattern),
    field.default === undefined ? '' : `= ${JSON.stringify(field.default)}`,
  ]
  return parts.filter(Boolean).join(' ')
}

function range(from: unknown, to: unknown): string {
  return from === undefined && to === undefined ? '' : `${from ?? ''}…${to ?? ''}`
}
