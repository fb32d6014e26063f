import type { JsonSchema, SchemaComponents } from './json-schema.js'
import type { ApiResponse, OpenApiDocument, Operation } from './openapi-document.js'
import { both, operationOf } from './openapi-operation.js'
import { type ProblemCode, problems } from './problem-catalogue.js'
import type { Route, Text2 } from './route.js'

export interface DocumentOptions {
  /** Where the paths begin: /api/v1. */
  readonly root: string
  readonly version: string
  readonly tags: Readonly<Record<string, Text2>>
}

/** The document of an API, made from the same schemas that check its requests. */
export function openApiDocument(routes: readonly Route[], options: DocumentOptions): OpenApiDocument {
  const schemas: SchemaComponents = { Problem: problemSchema }
  const paths: Record<string, Record<string, Operation>> = {}
  for (const { spec } of routes) {
    const line = paths[spec.path] ?? {}
    line[spec.method] = operationOf(spec, schemas)
    paths[spec.path] = line
  }
  const names = [...new Set(routes.map(({ spec }) => spec.tag))]
  return {
    openapi: '3.1.0',
    info: {
      title: '对接 Duijie API',
      version: options.version,
      description:
        '把社区的需求对接到能够满足它的社会组织。Matches what communities need with what social organisations can do.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: options.root }],
    tags: names.map((name) => {
      const { zh, en } = options.tags[name] ?? { zh: name, en: name }
      return { name, description: zh, 'x-description-en': en }
    }),
    paths,
    components: { schemas, responses: problemResponses() },
  }
}

const problemSchema: JsonSchema = {
  description: '问题说明（RFC 9457）/ a problem document',
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'requestId'],
  properties: {
    type: { type: 'string', description: '/problems/<code>' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    instance: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

function problemResponses(): Record<string, ApiResponse> {
  const codes = Object.keys(problems) as ProblemCode[]
  const statuses = [...new Set(codes.map((code) => problems[code].status))]
  const schema = { $ref: '#/components/schemas/Problem' }
  return Object.fromEntries(
    statuses.map((status) => {
      const code = codes.find((name) => problems[name].status === status) as ProblemCode
      const { title, detail } = problems[code]
      const example = {
        type: `/problems/${code}`,
        title: title.zh,
        status,
        detail: detail.zh,
        instance: '/api/v1/…',
        requestId: '5f0c3c1e-7d0f-4c55-9b4e-1d2f0a6b7c88',
      }
      return [
        `Problem${status}`,
        { description: both(title), content: { 'application/problem+json': { schema, example } } },
      ]
    }),
  )
}
