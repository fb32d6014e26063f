import type Joi from 'joi'

/** A JSON Schema of 2020-12, as far as joi makes them. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** Named schemas of a document, filled while others are converted. */
export type SchemaComponents = Record<string, JsonSchema>

/**
 * The JSON Schema of what a joi schema takes (`input`) or leaves (`output`: what has a default is always there).
 * A schema with an id (`Joi.object().id('Need')`) becomes a component and is referred to, and so do the schemas that
 * links point to. joi makes the conversion; what it gets wrong or leaves open is put right here.
 */
export function jsonSchemaOf(
  schema: Joi.Schema,
  mode: 'input' | 'output',
  components: SchemaComponents,
): JsonSchema {
  const whole = inlineSchemaOf(schema, mode, components)
  const id = idOf(schema)
  if (id === undefined) return whole
  const name = mode === 'input' ? `${id}Input` : id
  components[name] = whole
  return { $ref: `#/components/schemas/${name}` }
}

/** As `jsonSchemaOf`, but the schema itself is never made a component. */
export function inlineSchemaOf(
  schema: Joi.Schema,
  mode: 'input' | 'output',
  components: SchemaComponents,
): JsonSchema {
  const made = schema['~standard'].jsonSchema[mode]({ target: 'draft-2020-12' })
  const { $defs = {}, ...whole } = mended(withExamples(made, schema.describe()))
  for (const [name, definition] of Object.entries($defs as SchemaComponents)) components[name] = definition
  return whole
}

function idOf(schema: Joi.Schema): string | undefined {
  const { flags } = schema.describe()
  return flags && 'id' in flags && typeof flags.id === 'string' ? flags.id : undefined
}

/** joi's conversion leaves the examples out; they are found by walking its description beside the result. */
function withExamples(schema: JsonSchema, description: Joi.Description): JsonSchema {
  const { examples, keys, items } = description
  const result: Record<string, unknown> = { ...schema }
  if (Array.isArray(examples)) result.examples = examples
  if (isSchema(schema.properties) && keys) {
    const inner = Object.entries(schema.properties as Readonly<Record<string, JsonSchema>>)
    result.properties = Object.fromEntries(
      inner.map(([name, field]) => [name, withExamples(field, keys[name] as Joi.Description)]),
    )
  }
  if (isSchema(schema.items) && Array.isArray(items) && items.length === 1) {
    result.items = withExamples(schema.items, items[0])
  }
  return result
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mended(schema: JsonSchema): JsonSchema {
  const result: Record<string, unknown> = {}
  for (const [keyword, value] of Object.entries(schema)) result[keyword] = mendedValue(value)
  const { type, format, $ref } = schema
  // joi allows null beside an enumeration without naming it there, where JSON Schema then refuses it.
  if (Array.isArray(type) && type.includes('null') && Array.isArray(schema.enum))
    result.enum = [...schema.enum, null]
  // joi calls every ISO date a date-time; a day such as 2026-03-01 is none.
  if (type === 'string' && format === 'date-time') {
    delete result.format
    result.pattern ??= String.raw`^\d{4}-\d{2}-\d{2}`
  }
  if (typeof $ref === 'string') result.$ref = $ref.replace('#/$defs/', '#/components/schemas/')
  return result
}

function mendedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mendedValue)
  return typeof value === 'object' && value !== null ? mended(value as JsonSchema) : value
}
