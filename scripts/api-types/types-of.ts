import type { JsonSchema } from '../../src/platform/http/json-schema.js'
import type { ApiResponse, OpenApiDocument, Operation } from '../../src/platform/http/openapi-document.js'

/**
 * The TypeScript of an OpenAPI document, in the shape that openapi-fetch reads: `paths` by path and method, `components`
 * by name. Only what our own document uses. (openapi-typescript needs the compiler's old interface, which TypeScript 7
 * no longer has.)
 */
export function typesOf(document: OpenApiDocument): string {
  const schemas = Object.entries(document.components.schemas)
  return [
    '// Made by `npm run api-types` from /openapi.json; not to be changed by hand.',
    '',
    'export interface components {',
    '  schemas: {',
    ...schemas.map(([name, schema]) => `    ${name}: ${typeOf(schema)}`),
    '  }',
    '}',
    '',
    'export interface paths {',
    ...Object.entries(document.paths).flatMap(([path, line]) => pathLines(path, line as Line)),
    '}',
    '',
  ].join('\n')
}

type Line = Readonly<Record<string, Operation>>
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

function pathLines(path: string, line: Line): string[] {
  return [
    `  '${path}': {`,
    '    parameters: { query?: never; header?: never; path?: never; cookie?: never }',
    ...methods.map((method) => {
      const operation = line[method]
      return operation ? `    ${method}: ${operationType(operation)}` : `    ${method}?: never`
    }),
    '  }',
  ]
}

function operationType({ parameters, requestBody, responses }: Operation): string {
  const body = requestBody ? contentOf(requestBody.content) : undefined
  const answers = Object.entries(responses).map(
    ([status, response]) => `${status}: ${responseType(response)}`,
  )
  return `{ parameters: { ${['query', 'header', 'path'].map((place) => parametersIn(place, parameters)).join('; ')}; cookie?: never }; ${
    body === undefined ? 'requestBody?: never' : `requestBody: ${body}`
  }; responses: { ${answers.join('; ')} } }`
}

function parametersIn(place: string, parameters: Operation['parameters']): string {
  const here = parameters.filter((parameter) => parameter.in === place)
  if (!here.length) return `${place}?: never`
  const optional = here.every(({ required }) => !required)
  const fields = here.map(
    ({ name, required, schema }) => `'${name}'${required ? '' : '?'}: ${typeOf(schema as JsonSchema)}`,
  )
  return `${place}${optional ? '?' : ''}: { ${fields.join('; ')} }`
}

function responseType(response: ApiResponse | { readonly $ref: string }): string {
  if ('$ref' in response)
    return `{ headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }`
  return `{ headers: { [name: string]: unknown }; content${response.content ? `: ${contentOf(response.content, true)}` : '?: never'} }`
}

function contentOf(content: Readonly<Record<string, { readonly schema?: unknown }>>, bare = false): string {
  const types = Object.entries(content).map(
    ([type, { schema }]) => `'${type}': ${typeOf((schema ?? {}) as JsonSchema)}`,
  )
  const inner = `{ ${types.join('; ')} }`
  return bare ? inner : `{ content: ${inner} }`
}

/** The type of a value that is written in JSON as the schema says. */
export function typeOf(schema: JsonSchema): string {
  const { $ref, anyOf, oneOf, allOf, const: only, enum: values, type } = schema as AnySchema
  if ($ref) return `components['schemas']['${$ref.split('/').at(-1)}']`
  if (only !== undefined) return JSON.stringify(only)
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ')
  const several = anyOf ?? oneOf
  if (several) return several.map((one) => bracketed(typeOf(one))).join(' | ')
  if (allOf) return allOf.map((one) => bracketed(typeOf(one))).join(' & ')
  if (Array.isArray(type))
    return type.map((one) => typeOf({ ...schema, type: one } as JsonSchema)).join(' | ')
  if (type === 'object') return objectType(schema as AnySchema)
  if (type === 'array') return `(${typeOf((schema as AnySchema).items ?? {})})[]`
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'string' || type === 'boolean' || type === 'null') return type
  return 'unknown'
}

interface AnySchema {
  readonly $ref?: string
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly type?: string | readonly string[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly required?: readonly string[]
}

function objectType({
  properties = {},
  required = [],
  patternProperties,
  additionalProperties,
}: AnySchema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `'${name}'${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  const more = [
    ...Object.values(patternProperties ?? {}),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
  ]
  if (fields.length) return `{ ${fields.join('; ')} }`
  if (more.length) return `{ [name: string]: ${more.map(typeOf).join(' | ')} }`
  return '{ [name: string]: unknown }'
}

const bracketed = (type: string): string => (type.includes(' ') ? `(${type})` : type)
