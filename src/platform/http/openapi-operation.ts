import { publicPermission } from './gate.js'
import { inlineSchemaOf, type JsonSchema, jsonSchemaOf, type SchemaComponents } from './json-schema.js'
import type { ApiResponse, Content, Operation, Parameter } from './openapi-document.js'
import { type AnswerSpec, pathParams, type RouteSpec, type Text2 } from './route.js'

type Spec = RouteSpec<unknown, unknown, unknown>

/** What the document says of a route; schemas that have a name are added to `schemas`. */
export function operationOf(spec: Spec, schemas: SchemaComponents): Operation {
  const { description } = spec
  return {
    operationId: spec.operationId,
    tags: [spec.tag],
    'x-permission': spec.permission,
    summary: spec.summary.zh,
    'x-summary-en': spec.summary.en,
    ...(description ? { description: description.zh, 'x-description-en': description.en } : {}),
    parameters: parametersOf(spec, schemas),
    ...(spec.body
      ? {
          requestBody: {
            required: true,
            content: bodyOf(jsonSchemaOf(spec.body, 'input', schemas), spec.example?.body),
          },
        }
      : {}),
    ...(spec.upload ? { requestBody: formBody } : {}),
    responses: { ...answersOf(spec, schemas), ...problemsOf(spec) },
  }
}

function parametersOf(spec: Spec, schemas: SchemaComponents): Parameter[] {
  return [
    ...fieldsOf(spec.params, 'path', spec.example?.params, schemas),
    ...fieldsOf(spec.query, 'query', spec.example?.query, schemas),
    ...(spec.ifMatch ? [ifMatch] : []),
    ...(spec.idempotent ? [idempotencyKey] : []),
  ]
}

const formBody = {
  required: true as const,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        additionalProperties: false,
        properties: { file: { type: 'string', format: 'binary' } },
      },
    },
  },
}

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: '读到的版本号，取自 ETag / the revision that was read, from ETag',
  schema: { type: 'string', pattern: '^"[1-9][0-9]*"$' },
  example: '"1"',
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '重试时沿用同一值，只会处理一次 / repeat it when you try again: the work is done once',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
}

function fieldsOf(
  schema: Spec['params'],
  place: 'path' | 'query',
  example: unknown,
  schemas: SchemaComponents,
): Parameter[] {
  if (!schema) return []
  const { properties = {}, required = [] } = inlineSchemaOf(schema, 'input', schemas) as ObjectSchema
  return Object.entries(properties).map(([name, { description, ...field }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema: field,
    ...exampleOf(example, name),
  }))
}

interface ObjectSchema extends JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}

function exampleOf(example: unknown, name: string): { example?: unknown } {
  if (typeof example !== 'object' || example === null || !Object.hasOwn(example, name)) return {}
  return { example: (example as Readonly<Record<string, unknown>>)[name] }
}

function answersOf(spec: Spec, schemas: SchemaComponents): Record<string, ApiResponse> {
  const entries = Object.entries(spec.answers).map(([status, answer]) => {
    const { description, schema, headers, example, type } = answer
    const content = schema && { content: bodyOf(jsonSchemaOf(schema, 'output', schemas), example, type) }
    return [status, { description: both(description), ...headersOf(headers, schemas), ...content }] as const
  })
  return Object.fromEntries(entries)
}

function headersOf(
  headers: AnswerSpec['headers'],
  schemas: SchemaComponents,
): Pick<ApiResponse, 'headers'> | undefined {
  if (!headers) return undefined
  const entries = Object.entries(headers).map(([name, { description, schema }]) => [
    name,
    { description, schema: jsonSchemaOf(schema, 'output', schemas) },
  ])
  return { headers: Object.fromEntries(entries) }
}

/** What a route may refuse follows from what it declares. */
function problemsOf(spec: Spec): Record<string, { $ref: string }> {
  const statuses = [
    400,
    ...(spec.permission === publicPermission ? [] : [401, 403]),
    ...(pathParams(spec.path).length ? [404] : []),
    ...(spec.method === 'get' ? [] : [409]),
    ...(spec.ifMatch ? [412, 428] : []),
    ...(spec.body || spec.upload ? [413, 415] : []),
    422,
    429,
    500,
    503,
    ...(spec.refuses ?? []),
  ]
  const missing = statuses.filter((status) => !spec.answers[status])
  return Object.fromEntries(
    missing.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  )
}

function bodyOf(schema: JsonSchema, example: unknown, type = 'application/json'): Content['content'] {
  return { [type]: { schema, ...(example === undefined ? {} : { example }) } }
}

/** Both languages in one line, where the document has room for one text only. */
export function both({ zh, en }: Text2): string {
  return `${zh} / ${en}`
}
